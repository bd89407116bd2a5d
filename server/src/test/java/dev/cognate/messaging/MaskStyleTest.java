package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.wire.JsonOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference: lifecycle A11. */
final class MaskStyleTest {

    /** Clauses A11.1, A11.2, A11.3, A11.4, A11.5, K.3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            test@test.com            | t***@t*** | t***@t***.com
            fixture@example.com      | f***@e*** | f***@e***.com
            jane@example.com         | j***@e*** | j***@e***.com
            j@e.io                   | j***@e*** | j***@e***.io
            a@b                      | a***@b*** | a***@b***
            x.y+z@mail.example.co.uk | x***@m*** | x***@m***.uk
            JANE@Example.COM         | J***@E*** | J***@E***.COM
            "a@b"@example.com        | "***@e*** | "***@e***.com
            @example.com             | ***@e***  | ***@e***.com
            jane@                    | j***@***  | j***@***
            jane                     | j***      | j***
            '𝒥ane@𝓮xample.com'       | 𝒥***@𝓮*** | 𝒥***@𝓮***.com
            """)
    void anEmailAddressShowsTheFirstCharactersOfItsHalves(String address, String asService, String asDocumented) {
        assertThat(MaskStyle.SERVICE.email(address)).isEqualTo(asService);
        assertThat(MaskStyle.DOCUMENTED.email(address)).isEqualTo(asDocumented);
    }

    @Test
    void anEmptyAddressShowsNothing() {
        assertThat(MaskStyle.SERVICE.email("")).isEqualTo("***");
        assertThat(MaskStyle.SERVICE.phone("")).isEmpty();
    }

    /** Clauses A11.6, A11.7, A11.8, A11.t1, K.4. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +12065550100   | +*******0100
            +919876542076  | +********2076
            +5511987654516 | +*********4516
            +12345         | +*2345
            +1234          | +1234
            +12            | +12
            +              | +
            12065550100    | *******0100
            """)
    void aPhoneNumberShowsItsLastFourDigitsInEachStyle(String number, String masked) {
        assertThat(MaskStyle.SERVICE.phone(number)).isEqualTo(masked);
        assertThat(MaskStyle.DOCUMENTED.phone(number)).isEqualTo(masked);
    }

    @Test
    void theClientIsToldAttributeMediumAndMaskedAddress() {
        assertThat(JsonOutput.text(Destination.email("jane@example.com").masked(MaskStyle.SERVICE)))
                .isEqualTo("""
                {"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"j***@e***"}""");
        assertThat(JsonOutput.text(Destination.phone("+12065550100").masked(MaskStyle.SERVICE)))
                .isEqualTo("""
                {"AttributeName":"phone_number","DeliveryMedium":"SMS","Destination":"+*******0100"}""");
    }

    @Test
    void aPrintedDestinationIsMaskedToo() {
        assertThat(Destination.email("jane@example.com")).hasToString("Destination[EMAIL j***@e***]");
    }
}
