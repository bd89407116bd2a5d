package dev.cognate.app;

import dev.cognate.store.SealKeys;
import dev.cognate.store.SealedValues;
import dev.cognate.store.SealedValues.Held;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code cognate seal-keys}: what is sealed with which key of the ring, and sealing it anew, so that a key can leave. A server
 * may be running meanwhile.
 */
final class SealKeysCommand {
    private static final int FAILED = 1;

    private final PrintWriter out;
    private final PrintWriter err;

    private SealKeysCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    static CommandLine command(PrintWriter out, PrintWriter err) {
        SealKeysCommand seals = new SealKeysCommand(out, err);
        CommandSpec spec = CommandSpec.create().name("seal-keys").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description("Tells what is sealed with which seal key, and seals it anew with the newest one.")
                .footerHeading("%nExamples:%n")
                .footer("  cognate seal-keys list", "  cognate seal-keys reseal");
        return new CommandLine(spec).addSubcommand(seals.list()).addSubcommand(seals.reseal());
    }

    private CommandLine list() {
        return new StoreCommand(
                        "list",
                        "Lists the seal keys, newest first, with the number of values that each has sealed. It reads every"
                                + " row that has one.",
                        (_, ground) -> {
                            list(ground);
                            return 0;
                        })
                .line();
    }

    private CommandLine reseal() {
        return new StoreCommand(
                        "reseal",
                        "Seals with the newest key whatever another one has sealed. Stopped, it goes on where it stood when"
                                + " it is run again.",
                        (_, ground) -> reseal(ground))
                .line();
    }

    /** Not with a key that no server knows: one that runs with the former keys could not read a single password. */
    private int reseal(Cognate.Ground ground) {
        if (!new SealKeys(ground.store(), ground.clock()).isInUse(ground.keys())) {
            err.println("cognate: No server has begun with the key "
                    + ground.keys().keyId()
                    + " yet, and one that runs without it could not read what it seals. Start all of them anew first");
            return FAILED;
        }
        SealedValues.Resealed done =
                new SealedValues(ground.store(), ground.keys()).reseal(new Progress(err, "sealed anew"));
        out.println(
                "Sealed " + done.values() + " values anew with " + ground.keys().keyId());
        list(ground);
        if (done.unreadable() > 0) {
            err.println("cognate: " + done.unreadable()
                    + " values cannot be opened: they are damaged, or their key is not in" + " the ring");
            return FAILED;
        }
        return 0;
    }

    private void list(Cognate.Ground ground) {
        SealedValues values = new SealedValues(ground.store(), ground.keys());
        List<String> ring = ground.keys().keyIds();
        List<Held> held = values.held();
        Set<String> all = new LinkedHashSet<>(ring);
        held.forEach(each -> all.add(each.keyId()));
        for (String key : all) {
            List<Held> ofKey =
                    held.stream().filter(each -> each.keyId().equals(key)).toList();
            long sum = ofKey.stream().mapToLong(Held::values).sum();
            out.println(key + "  " + sum + " values  " + role(ring, key));
            ofKey.forEach(each -> out.println("    " + each.column() + "  " + each.values()));
        }
        tell(values.outstanding(), ring);
    }

    private void tell(SealedValues.Outstanding outstanding, List<String> ring) {
        if (outstanding.devices() > 0 && ring.size() > 1) {
            out.println(outstanding.devices()
                    + " devices were confirmed by an older version: they need the key of their time");
        }
        if (outstanding.signIns() > 0) {
            out.println(outstanding.signIns() + " sign-ins are older than " + ring.getFirst()
                    + ": clients may hold refresh tokens of another key until " + outstanding.until());
        }
    }

    private static String role(List<String> ring, String key) {
        if (!ring.contains(key)) {
            return "(not in the ring)";
        }
        boolean seals = key.equals(ring.getFirst());
        boolean hashes = key.equals(ring.getLast());
        if (hashes) {
            return seals ? "(seals and hashes)" : "(opens and hashes)";
        }
        return seals ? "(seals)" : "(opens)";
    }
}
