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
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What SetRiskConfiguration refuses. Reference: oauth-config B14, auth 23. */
final class RiskRules {
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
        if (ranges != null && !ranges.stream().allMatch(range -> AddressRange.parse(range) != null)) {
            throw new InvalidParameterException(Texts.CIDR);
        }
    }
}
