package dev.cognate.messaging;

import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.InvalidEmailRoleAccessPolicyException;
import dev.cognate.wire.fault.InvalidSmsRoleAccessPolicyException;
import dev.cognate.wire.fault.InvalidSmsRoleTrustRelationshipException;
import dev.cognate.wire.model.DeliveryMediumType;
import org.jspecify.annotations.Nullable;

/** What is wrong with the configuration of a way out. Reference: lifecycle A4, D5. */
public enum Trouble {
    /** Who sends is known to AWS and may not send. */
    ACCESS,
    /** AWS does not know, or does not believe, who sends. */
    TRUST,
    /** Only verified numbers are reached. */
    SANDBOX,
    /** Anything else: a login, an identity, a configuration set, a server that is away. */
    OTHER;

    /** What DescribeUserPool shows: the service's word where it has one, else the error. */
    String shown(DeliveryMediumType medium, String error) {
        return switch (this) {
            case ACCESS ->
                medium == DeliveryMediumType.SMS
                        ? "InvalidSmsRoleAccessPolicyException"
                        : "InvalidEmailRoleAccessPolicyException";
            case TRUST ->
                medium == DeliveryMediumType.SMS
                        ? "InvalidSmsRoleTrustRelationshipException"
                        : "InvalidEmailRoleAccessPolicyException";
            case SANDBOX -> "SNSSandbox";
            case OTHER -> error;
        };
    }

    /** What a request is refused with that would fail by it, null when it may pass. */
    @Nullable Fault fault(DeliveryMediumType medium) {
        return switch (this) {
            case ACCESS ->
                medium == DeliveryMediumType.SMS
                        ? new InvalidSmsRoleAccessPolicyException(Texts.SMS_ACCESS)
                        : new InvalidEmailRoleAccessPolicyException(Texts.EMAIL_ACCESS);
            case TRUST ->
                medium == DeliveryMediumType.SMS
                        ? new InvalidSmsRoleTrustRelationshipException(Texts.SMS_TRUST)
                        : new InvalidEmailRoleAccessPolicyException(Texts.EMAIL_ACCESS);
            case SANDBOX, OTHER -> null;
        };
    }
}
