package dev.cognate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What devices are called. Reference: auth 23 ("Chrome 126, Windows 10"), newer ("unknown"). */
final class DeviceNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 | Chrome 126, Windows 10",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0 | Edge 126, Windows 10",
                "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0 | Firefox 127, Linux",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15 | Safari 17, macOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1 | Safari 17, iOS 17",
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36 | Chrome 126, Android 14",
                "aws-cli/2.15.0 md/Botocore#2.4.5 | aws-cli/2.15.0"
            })
    void aProgramAndASystemAreNamed(String userAgent, String name) {
        assertThat(DeviceName.of(userAgent)).isEqualTo(name);
    }

    @Test
    void nothingIsUnknownAndMuchIsCut() {
        assertThat(DeviceName.of(null)).isEqualTo("unknown");
        assertThat(DeviceName.of("  ")).isEqualTo("unknown");
        assertThat(DeviceName.of("x".repeat(5_000))).hasSize(1_024);
    }
}
