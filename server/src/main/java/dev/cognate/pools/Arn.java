package dev.cognate.pools;

/**
 * The parts of an ARN ({@code arn:partition:service:region:account:resource}) that rules look at; the model's pattern
 * holds.
 *
 * @param service such as {@code lambda}
 * @param region such as {@code us-east-1}, empty for services without regions
 * @param account twelve digits
 */
record Arn(String service, String region, String account) {

    static Arn of(String text) {
        String[] parts = text.split(":", 6);
        return new Arn(parts[2], parts[3], parts[4]);
    }
}
