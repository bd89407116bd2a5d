package dev.cognate.cli;

import dev.cognate.cli.cognitoidp.CognitoIdp;
import dev.cognate.cli.completion.Completion;
import dev.cognate.cli.demo.Demo;
import dev.cognate.cli.doctor.Doctor;
import dev.cognate.cli.inbox.Inbox;
import dev.cognate.cli.login.Login;
import dev.cognate.cli.prompt.AutoPrompt;
import dev.cognate.cli.prompt.PromptMode;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Prompt;
import dev.cognate.cli.terminal.Surroundings;
import dev.cognate.cli.terminal.Visible;
import dev.cognate.cli.token.Token;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Chooses the command that the words name, runs it, and reports its errors. Reference: oauth-config D1, D11. */
public final class Commands implements Program {
    private static final int WRONG_WORDS = 252;

    private final AutoPrompt prompt;

    /** The commands of this process, which prompt at its terminal. */
    public Commands() {
        this(new AutoPrompt());
    }

    /** @param prompt completes commands where somebody wants that */
    public Commands(AutoPrompt prompt) {
        this.prompt = prompt;
    }

    /** Runs a command to its end and returns its exit status. */
    @Override
    public int run(List<String> words, Surroundings surroundings) {
        return reporting(
                () -> switch (PromptMode.of(words, surroundings)) {
                    case OFF -> choose(words, surroundings);
                    case DEMANDED, ON -> choose(completed(words, surroundings), surroundings);
                    case ON_PARTIAL -> runOrComplete(words, surroundings);
                },
                words,
                surroundings);
    }

    private List<String> completed(List<String> words, Surroundings surroundings) {
        return prompt.complete(words, new CommandDraft(surroundings));
    }

    /** Lets words be completed that are wrong, and says nothing about what was wrong with them. */
    private int runOrComplete(List<String> words, Surroundings surroundings) {
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        PrintStream held = new PrintStream(complaints, true, StandardCharsets.UTF_8);
        Prompt telling = (question, hidden) -> {
            // What was told so far belongs to the question.
            release(complaints, surroundings);
            return surroundings.prompt().ask(question, hidden);
        };
        Surroundings quiet = surroundings.complainingTo(held).asking(telling);
        int status = reporting(() -> choose(words, quiet), words, quiet);
        if (status == WRONG_WORDS) {
            return choose(completed(words, surroundings), surroundings);
        }
        release(complaints, surroundings);
        return status;
    }

    private static void release(ByteArrayOutputStream complaints, Surroundings surroundings) {
        surroundings.streams().err().print(complaints.toString(StandardCharsets.UTF_8));
        complaints.reset();
        surroundings.streams().flush();
    }

    private static int reporting(IntSupplier command, List<String> words, Surroundings surroundings) {
        CliError reported;
        try {
            return command.getAsInt();
        } catch (CliError error) {
            reported = error;
        } catch (RuntimeException | Error unforeseen) {
            reported = Unforeseen.error(unforeseen, words, surroundings);
        }
        surroundings.streams().out().flush();
        // What an operation complains about it has printed itself, as the AWS command line does.
        surroundings.streams().err().print(Visible.lines(reported.report()));
        return reported.exitStatus();
    }

    private int choose(List<String> words, Surroundings surroundings) {
        PrintStream out = surroundings.streams().out();
        if (words.contains("--version")) {
            out.println(Version.line());
            return 0;
        }
        int position = CognitoIdp.firstPlainWord(words);
        if (position < 0) {
            if (words.contains("--help")) {
                out.print(Help.text());
                return 0;
            }
            throw new CliError.Usage("the following arguments are required: command");
        }
        List<String> others = new ArrayList<>(words);
        others.remove(position);
        return run(words.get(position), others, surroundings);
    }

    private int run(String command, List<String> words, Surroundings surroundings) {
        return switch (command) {
            case "cognito-idp" -> cognitoIdp(words, surroundings);
            case "inbox" -> new Inbox().run(words, surroundings);
            case "demo" -> new Demo(this).run(words, surroundings);
            case "login" -> login().run(words, surroundings);
            case "doctor" -> new Doctor(new CognitoIdp(Version.userAgent())).run(words, surroundings);
            case "token" -> new Token().run(words, surroundings);
            case "completion" -> completion(surroundings).run(words, surroundings);
            case "help" -> {
                surroundings.streams().out().print(Help.text());
                yield 0;
            }
            case "serve",
                    "keys",
                    "signing-keys",
                    "seal-keys",
                    "messages",
                    "sms",
                    "imports",
                    "kms",
                    "triggers",
                    "export",
                    "import" ->
                throw new CliError.General(
                        command + " is a command of the server: run it with the cognate script of your installation");
            default -> throw CognitoIdp.unknownCommand(command, Overview.names());
        };
    }

    private static Login login() {
        return new Login(new CognitoIdp(Version.userAgent()));
    }

    /** Waiting for a code is no operation of the API, but stands among them, where it is looked for. */
    private static int cognitoIdp(List<String> words, Surroundings surroundings) {
        int position = CognitoIdp.firstPlainWord(words);
        if (position >= 0 && words.get(position).equals("wait-for-code")) {
            List<String> asked = new ArrayList<>(words);
            asked.remove(position);
            asked.addFirst("wait");
            return new Inbox().run(asked, surroundings);
        }
        return new CognitoIdp(Version.userAgent()).run(words, surroundings);
    }

    private static Completion completion(Surroundings surroundings) {
        return new Completion(new CommandDraft(surroundings)::suggestions);
    }
}
