package dev.cognate.messaging;

import dev.cognate.wire.model.CodeDeliveryDetailsType;
import dev.cognate.wire.model.DeliveryMediumType;

/**
 * Where a message goes.
 *
 * @param attribute the user attribute that holds the address: {@code email} or {@code phone_number}
 * @param medium how it is sent
 * @param address the email address, or the phone number with its plus sign
 */
public record Destination(String attribute, DeliveryMediumType medium, String address) {

    /** An email address. */
    public static Destination email(String address) {
        return new Destination("email", DeliveryMediumType.EMAIL, address);
    }

    /** A phone number, reached by SMS. */
    public static Destination phone(String number) {
        return new Destination("phone_number", DeliveryMediumType.SMS, number);
    }

    /** What the client is told about it. */
    public CodeDeliveryDetailsType masked(MaskStyle style) {
        return new CodeDeliveryDetailsType(mask(style), medium, attribute);
    }

    private String mask(MaskStyle style) {
        return switch (medium) {
            case EMAIL -> style.email(address);
            case SMS -> style.phone(address);
        };
    }

    /** The masked address: a printed one must not tell more than an answer does. */
    @Override
    public String toString() {
        return "Destination[" + medium.wire() + " " + mask(MaskStyle.SERVICE) + "]";
    }
}
