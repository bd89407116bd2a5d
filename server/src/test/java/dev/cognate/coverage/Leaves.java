package dev.cognate.coverage;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.StructureShape;

/** The leaves of structures and of JSON objects: what stands at which path, elements of lists under one path. */
final class Leaves {
    private Leaves() {}

    /** The paths of a structure's leaves, such as {@code Policies.PasswordPolicy.MinimumLength}. */
    static Set<String> of(ApiModel model, StructureShape shape) {
        Set<String> found = new TreeSet<>();
        structure(model, shape, "", found);
        return found;
    }

    private static void structure(ApiModel model, StructureShape shape, String at, Set<String> found) {
        for (MemberShape member : shape.members()) {
            value(model, model.target(member), at + member.getMemberName(), found);
        }
    }

    private static void value(ApiModel model, Shape shape, String at, Set<String> found) {
        switch (shape) {
            case StructureShape structure -> structure(model, structure, at + ".", found);
            case ListShape list -> value(model, model.target(list.getMember()), at, found);
            case MapShape _ -> found.add(at);
            default -> found.add(at);
        }
    }

    /**
     * The values of an object's leaves, as JSON, by their paths. Keys of maps are members like any other; what has a name
     * in a list stands under it, as {@code Schema[level].Mutable}, without the prefixes of custom attributes.
     */
    static Map<String, Set<String>> of(ObjectNode object) {
        Map<String, Set<String>> found = new TreeMap<>();
        members(object, "", found);
        return found;
    }

    private static void members(ObjectNode object, String at, Map<String, Set<String>> found) {
        object.getStringMap().forEach((name, value) -> value(value, at + name, found));
    }

    private static void value(Node value, String at, Map<String, Set<String>> found) {
        if (value instanceof ObjectNode object) {
            members(object, at + ".", found);
        } else if (value.isArrayNode()) {
            value.expectArrayNode().forEach(element -> value(element, at + named(element), found));
        } else {
            found.computeIfAbsent(at, _ -> new TreeSet<>()).add(Node.printJson(value));
        }
    }

    private static String named(Node element) {
        return element.asObjectNode()
                .flatMap(object -> object.getStringMember("Name"))
                .map(name -> "[" + name.getValue().replaceFirst("^(dev:)?custom:", "") + "]")
                .orElse("");
    }

    /** The path of the member that a leaf of an object is a value of. */
    static String member(String path) {
        return path.replaceAll("\\[[^\\]]*\\]", "");
    }
}
