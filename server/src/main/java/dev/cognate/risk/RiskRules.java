package dev.cognate.risk;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AccountTakeoverActionType;
import dev.cognate.wire.model.AccountTakeoverActionsType;
import dev.cognate.wire.model.AccountTakeoverRiskConfigurationType;
import dev.cognate.wire.model.NotifyConfigurationType;
import dev.cognate.wire.model.RiskExceptionConfigurationType;
import dev.cognate.wire.model.SetRiskConfigurationRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What SetRiskConfiguration refuses. Reference: oauth-config B14, auth 23. */
final class RiskRules {
    private static final Pattern CIDR =
            Pattern.compile("(\\d+(?:\\.\\d+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/(\\d{1,3})");

    /** Longer than any range; what is longer is not looked at, however costly it may be made. */
    private static final int LONGEST = 64;

    private RiskRules() {}

    static void check(PoolId pool, SetRiskConfigurationRequest request) {
        AccountTakeoverRiskConfigurationType takeover = request.accountTakeoverRiskConfiguration();
        if (takeover != null) {
            checkTakeover(pool, takeover);
        }
        RiskExceptionConfigurationType exceptions = request.riskExceptionConfiguration();
        if (exceptions != null) {
            checkRanges(exceptions.blockedIpRangeList());
            checkRanges(exceptions.skippedIpRangeList());
        }
    }

    private static void checkTakeover(PoolId pool, AccountTakeoverRiskConfigurationType takeover) {
        NotifyConfigurationType notify = takeover.notifyConfiguration();
        if (notify != null) {
            Pools.checkEmailSource(pool, notify.sourceArn());
            return;
        }
        AccountTakeoverActionsType actions = takeover.actions();
        boolean notifies = Stream.of(actions.lowAction(), actions.mediumAction(), actions.highAction())
                .filter(Objects::nonNull)
                .anyMatch(AccountTakeoverActionType::notify_);
        if (notifies) {
            throw new InvalidParameterException(Texts.NOTIFY);
        }
    }

    private static void checkRanges(@Nullable List<String> ranges) {
        if (ranges != null && !ranges.stream().allMatch(RiskRules::isRange)) {
            throw new InvalidParameterException(Texts.CIDR);
        }
    }

    /** Whether the text is a range of addresses, such as {@code 192.0.2.0/24}. No name is ever looked up. */
    private static boolean isRange(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        Matcher parts = CIDR.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        try {
            InetAddress address = InetAddress.ofLiteral(parts.group(1));
            return Integer.parseInt(parts.group(2)) <= (address instanceof Inet4Address ? 32 : 128);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
