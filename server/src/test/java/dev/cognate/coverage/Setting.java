package dev.cognate.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.node.StringNode;

/**
 * Something that can be configured, and how it is read again: an entry of {@code settings.json}.
 *
 * @param write the operation that sets it
 * @param values what it is set to; the operation takes those that are its members
 * @param before what is done in a new pool before: {@code call}, {@code with}, and {@code for} if not for all operations
 * @param read the operation that shows it
 * @param id the members that name it, beside the pool: they come from the values, or from what was answered before
 * @param shown the member of the answer below which it is shown, empty for the answer itself
 */
record Setting(String write, ObjectNode values, List<ObjectNode> before, String read, List<String> id, String shown) {

    /** The file of all settings. */
    record File(ObjectNode root) {
        static File read() {
            try (InputStream in = Setting.class.getResourceAsStream("settings.json")) {
                String json = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
                return new File(Node.parseJsonWithComments(json).expectObjectNode());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        List<Setting> settings() {
            List<Setting> settings = new ArrayList<>();
            for (ObjectNode entry : root.expectArrayMember("settings").getElementsAs(ObjectNode.class)) {
                texts(entry, "write").forEach(write -> settings.add(of(write, entry)));
            }
            return settings;
        }

        /** The path at which a member is shown that was set. */
        String shownAs(String path) {
            String first = path.replaceFirst("[.\\[].*", "");
            return root.expectObjectMember("renamed").getStringMemberOrDefault(first, first)
                    + path.substring(first.length());
        }

        /** The paths of an operation that are not shown; their values are the reasons. */
        ObjectNode notShown(String write) {
            return root.expectObjectMember("notShown").getObjectMember(write).orElse(Node.objectNode());
        }
    }

    private static Setting of(String write, ObjectNode entry) {
        return new Setting(
                write,
                entry.expectObjectMember("values"),
                entry.getArrayMember("before").orElse(ArrayNode.arrayNode()).getElementsAs(ObjectNode.class),
                entry.expectStringMember("read").getValue(),
                texts(entry, "id"),
                entry.expectStringMember("shown").getValue());
    }

    private static List<String> texts(ObjectNode entry, String member) {
        return entry.getArrayMember(member).orElse(ArrayNode.arrayNode()).getElementsAs(StringNode::getValue);
    }

    /** What is done in a new pool before this operation sets it. */
    List<ObjectNode> steps() {
        return before.stream()
                .filter(step -> step.getStringMemberOrDefault("for", write).equals(write))
                .toList();
    }

    @Override
    public String toString() {
        return write + " " + String.join(", ", values.getStringMap().keySet());
    }
}
