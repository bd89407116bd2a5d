package dev.cognate.transfer;

import dev.cognate.domain.PoolId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** What operators are told. Each sentence says what is wrong and what to do. */
final class Texts {
    static final String NOT_EXPORTED = "it is no pool that cognate export wrote. Give such a file";
    static final String OUT_OF_PLACE =
            "it is out of place. Lines are sorted by table and key, and a key stands there once: export the pool again, or move"
                    + " the line";
    static final String MALFORMED = "it is not JSON, or a value has not the type that it should have";
    static final String NOT_THE_LAST = "something follows the end. Remove what was added, or export the pool again";

    static final String STOPPED = "Stopped. Run the same command again: what was fetched is kept";

    private Texts() {}

    static String noPool(PoolId pool) {
        return "There is no user pool " + pool + ". List those that there are with: cognate cognito-idp list-user-pools"
                + " --max-results 60";
    }

    static String exists(PoolId pool) {
        return "The user pool " + pool
                + " exists. Say --replace to put the imported one in its place, with everything that"
                + " belongs to it; or delete it first";
    }

    static String clientTaken(String client, String pool) {
        return "The app client " + client + " belongs to the user pool " + pool
                + ". Delete it there first: an id finds one client only";
    }

    static String domainTaken(String domain, String pool) {
        return "The domain " + domain + " belongs to the user pool " + pool + ". Delete it there first";
    }

    static String unreadable(Path file, IOException why) {
        return "The file " + file + " cannot be read (" + why + "). Check the name and the permissions";
    }

    static String unwritable(Path file, IOException why) {
        return "The file " + file + " cannot be written (" + why
                + "). Check the folder, its permissions and its room, or" + " choose another with --out";
    }

    static String noRegularFile(Path file) {
        return file + " is no file that can be replaced. Name another with --out; without it, the pool goes to standard"
                + " output";
    }

    static String refused(Path file, long line, String why) {
        return "Line " + line + " of " + file + " cannot be used: " + why;
    }

    static String cutOff(Path file, long line) {
        return "Line " + line + " of " + file
                + " is missing: the file was cut off. Copy it again, or export the pool again";
    }

    static String unknown(String table) {
        return "this version knows no " + table + ". Import with the version that exported, or a newer one";
    }

    static String otherVersion(long version) {
        return "the file has version " + version + ", this program knows " + PoolFiles.VERSION
                + ". Import with the version that exported, or a newer one";
    }

    static String otherNumber(long rows) {
        return "it should say that there are " + rows
                + " rows before it. Lines were added or lost: correct the number if that" + " was meant";
    }

    static String wrongPassphrase(Path file) {
        return "The passphrase does not open the secrets of " + file + ". Give the one that it was exported with";
    }

    static String weakPassphrase(int length) {
        return "The passphrase has " + length + " characters; it protects every secret of the pool and needs "
                + PoolFiles.SHORTEST_PASSPHRASE + ". Make one with: openssl rand -base64 32";
    }

    static String notAllowed(String operation, PoolId pool, String said) {
        return "The credentials may not call " + operation + " (" + said + "). Allow cognito-idp:" + operation
                + " on the user pool " + pool + ", then run the same command again: what was fetched is kept";
    }

    static String noPicture(String url) {
        return "The picture " + url + " cannot be fetched: set it again with SetUICustomization";
    }

    static String secondSecret(String client) {
        return "The app client " + client
                + " has a second secret, which the API does not tell: what uses it is refused until"
                + " it uses the other one, or has another from AddUserPoolClientSecret";
    }

    static String remoteRefused(String operation, String said) {
        return operation + " was refused: " + said
                + ". Run the same command again when that is set right: what was fetched" + " is kept";
    }

    static String noCredentials(String said) {
        return "There are no credentials (" + said
                + "). Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or say --profile";
    }

    static String unreachable(URI url, IOException why) {
        return url + " cannot be reached (" + why
                + "). Check --region, --endpoint-url and the network, then run the same"
                + " command again: what was fetched is kept";
    }

    static String noWorkFolder(Path folder, IOException why) {
        return "What is fetched cannot be kept in " + folder + " (" + why
                + "). Make room there, or choose another data folder" + " with --data";
    }

    static String badAnswer(String operation, Path folder) {
        return "An answer of " + operation + " that was kept cannot be used. Remove the folder " + folder
                + " and run the same command again";
    }

    static String workFolderStays(Path folder, IOException why) {
        return "The pool was imported, but " + folder + " cannot be removed (" + why + "). Remove it: it is not needed";
    }
}
