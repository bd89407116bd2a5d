package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Environment;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Turns the words of one option into the value of its member: plain words for scalars and lists of them, JSON or
 * shorthand for the rest, any of it out of a file. Reference: oauth-config D3, D4, D5.
 */
final class OptionValue {
    private final Member member;
    private final String flag;
    private final ParamFiles files;
    private final boolean rawBytes;

    /** @param rawBytes whether bytes are given as they are, not as Base64 */
    OptionValue(Member member, Environment environment, boolean rawBytes) {
        this.member = member;
        this.flag = "--" + member.option();
        this.files = new ParamFiles(environment, flag);
        this.rawBytes = rawBytes;
    }

    /**
     * The value that the words stand for.
     *
     * @throws CliError when they stand for none
     */
    JsonValue of(List<String> words) {
        if (member.shape() instanceof Shape.Bytes) {
            return bytes(words.getFirst());
        }
        List<String> texts = loaded(words);
        if (member.shape() instanceof Shape.Sequence sequence) {
            return list(texts, sequence);
        }
        return single(texts.getFirst());
    }

    private List<String> loaded(List<String> words) {
        String content = words.size() == 1 ? files.content(words.getFirst()) : null;
        return content == null ? words : List.of(content);
    }

    private JsonValue list(List<String> texts, Shape.Sequence sequence) {
        if (texts.size() == 1 && texts.getFirst().strip().startsWith("[")) {
            return json(texts.getFirst());
        }
        boolean json = !texts.isEmpty() && texts.getFirst().strip().startsWith("{");
        List<JsonValue> values = new ArrayList<>();
        for (String text : texts) {
            values.add(sequence.takesShorthand() && !json ? shorthand(text) : element(text, sequence.element()));
        }
        JsonValue list = new Items(values);
        return sequence.takesShorthand() && !json ? ShorthandTypes.fit(list, sequence) : list;
    }

    private JsonValue element(String text, Shape shape) {
        return shape.isScalar() ? scalar(text, shape) : json(text);
    }

    private JsonValue single(String text) {
        if (member.shape().isScalar()) {
            return scalar(text, member.shape());
        }
        String start = text.strip();
        if (start.startsWith("{") || !member.shape().takesShorthand()) {
            return json(text);
        }
        if (start.startsWith("[")) {
            throw CliError.Invalid.parsing(flag, "Invalid JSON:\n" + text);
        }
        return ShorthandTypes.fit(shorthand(text), member.shape());
    }

    private static JsonValue scalar(String text, Shape shape) {
        return shape instanceof Shape.Whole ? ShorthandTypes.whole(text) : new Text(text);
    }

    private JsonValue json(String text) {
        try {
            return JsonReader.read(text);
        } catch (Malformed malformed) {
            throw CliError.Invalid.parsing(
                    flag, "Invalid JSON: " + malformed.getMessage() + "\nJSON received: " + text);
        }
    }

    private JsonValue shorthand(String text) {
        try {
            return Shorthand.parse(text, files);
        } catch (Shorthand.SyntaxError wrong) {
            throw CliError.Invalid.parsing(flag, wrong.getMessage());
        }
    }

    private Text bytes(String word) {
        if (ParamFiles.namesBytes(word)) {
            return new Text(Base64.getEncoder().encodeToString(files.bytes(word)));
        }
        String content = files.content(word);
        String text = content == null ? word : content;
        return new Text(rawBytes ? Blobs.encoded(text) : Blobs.canonical(text));
    }
}
