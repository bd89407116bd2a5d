package dev.cognate.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaFileTest {
    private static final String LONG = "a".repeat(60);

    private final JavaFile file = new JavaFile("p");

    @Test
    void bracesIndent() {
        file.line("class A {").line("void b() {").line("c();").line("}").line("}");

        assertThat(file).hasToString("""
                package p;

                class A {
                    void b() {
                        c();
                    }
                }
                """);
    }

    @Test
    void theComponentsOfALongRecordStandOnLinesOfTheirOwn() {
        file.line("public record A(Map<String, String> " + LONG + ", String " + LONG + ") implements B {");
        file.line("}");

        assertThat(file).hasToString("""
                package p;

                public record A(
                        Map<String, String> %1$s,
                        String %1$s) implements B {
                }
                """.formatted(LONG));
    }

    @Test
    void theArgumentsOfALongCallShareALineIfTheyFit() {
        file.line("return new A(" + LONG + ", \"),(\", " + LONG.substring(30) + ", b(c, d));");

        assertThat(file.toString()).endsWith("""
                return new A(
                        %s, "),(", %s, b(c, d));
                """.formatted(LONG, LONG.substring(30)));
    }

    @Test
    void aCallThatIsTooLongInACallIsBrokenAgain() {
        file.line("A a = b(c, Set.of(" + LONG + ", " + LONG + ", " + LONG + "), d);");

        assertThat(file.toString()).endsWith("""
                A a = b(
                        c,
                        Set.of(
                                %1$s,
                                %1$s,
                                %1$s),
                        d);
                """.formatted(LONG));
    }

    @Test
    void bracketsAndCommasInsideTextDoNotCount() {
        file.line("A a = b(\"(\\\"," + LONG + "\", \"" + LONG + "<\");");

        assertThat(file.toString()).endsWith("""
                A a = b(
                        "(\\",%1$s",
                        "%1$s<");
                """.formatted(LONG));
    }

    @Test
    void aLongDeclarationIsBrokenBeforeItsValueAndItsName() {
        file.line("static final A" + LONG + " B" + LONG + " = c(" + LONG + ");");

        assertThat(file.toString()).endsWith("""
                static final A%1$s
                        B%1$s =
                        c(%1$s);
                """.formatted(LONG));
    }

    @Test
    void theSummandsOfALongSumStandOnLinesOfTheirOwn() {
        file.sum("return ", List.of("a", "b"), ";").sum("return ", List.of(LONG, LONG, "b"), ";");

        assertThat(file.toString()).endsWith("""
                return a + b;
                return %1$s
                        + %1$s
                        + b;
                """.formatted(LONG));
    }

    @Test
    void aLongTextIsCutAfterCommas() {
        assertThat(JavaFile.literals("[" + LONG + ", b, c]")).containsExactly("\"[" + LONG + ", \"", "\"b, c]\"");
        assertThat(JavaFile.literals("[]")).containsExactly("\"[]\"");
    }

    @Test
    void aQuotedTextMeansTheSameInJava() {
        assertThat(JavaFile.quoted("a\\b\"c\nd")).isEqualTo("\"a\\\\b\\\"c\\nd\"");
    }
}
