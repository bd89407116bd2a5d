package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import java.util.List;

/**
 * A sample of a request as YAML, with a comment where a member is required or takes certain values only; to be filled in
 * and given to {@code --cli-input-yaml}. Reference: oauth-config D7.
 */
final class SkeletonYaml {
    private static final String DEEPER = "  ";

    private final StringBuilder text = new StringBuilder();

    private SkeletonYaml() {}

    /** The sample of a request; ends in a newline unless the request has no members. */
    static String of(Shape.Structure shape) {
        SkeletonYaml yaml = new SkeletonYaml();
        yaml.members(shape.members(), "", "");
        return yaml.text.toString();
    }

    /** @param lead stands before the first member, in place of the indentation */
    private void members(List<Member> members, String lead, String indent) {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            text.append(i == 0 ? lead : indent).append(member.name()).append(':');
            value(member.shape(), comment(member, i == 0), indent);
        }
    }

    /** Whatever follows the colon of a key, to the end of its last line. */
    private void value(Shape shape, String comment, String indent) {
        switch (shape) {
            case Shape.Text(long _, List<String> values) -> line(values.isEmpty() ? "''" : values.getFirst(), comment);
            case Shape.Whole _ -> line("0", comment);
            case Shape.Flag _ -> line("true", comment);
            case Shape.Time _ -> line("1970-01-01 00:00:00", comment);
            case Shape.Bytes _ -> line("!!binary ''", comment);
            case Shape.Free _ -> line("{}", comment);
            case Shape.Sequence(Shape element, long _, String _) -> {
                text.append(comment).append('\n');
                element(element, indent);
            }
            case Shape.Mapping(Shape _, Shape value) -> {
                text.append(comment).append('\n').append(indent).append(DEEPER).append("KeyName:");
                value(value, "", indent + DEEPER);
            }
            case Shape.Structure(List<Member> members) -> {
                text.append(comment).append('\n');
                members(members, indent + DEEPER, indent + DEEPER);
            }
        }
    }

    private void element(Shape element, String indent) {
        if (element instanceof Shape.Structure(List<Member> members)) {
            members(members, indent + "- ", indent + DEEPER);
        } else {
            text.append(indent).append('-');
            value(element, "", indent + DEEPER);
        }
    }

    private void line(String scalar, String comment) {
        text.append(' ').append(scalar).append(comment).append('\n');
    }

    private static String comment(Member member, boolean first) {
        StringBuilder comment = new StringBuilder();
        if (member.required()) {
            comment.append(" [REQUIRED]");
        }
        if (member.shape() instanceof Shape.Text(long _, List<String> values) && !values.isEmpty()) {
            comment.append(" Valid values are: ")
                    .append(String.join(", ", values))
                    .append('.');
        }
        return comment.isEmpty() ? "" : (first ? "  #" : " #") + comment;
    }
}
