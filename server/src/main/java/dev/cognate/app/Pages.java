package dev.cognate.app;

import dev.cognate.front.Endpoint;
import dev.cognate.front.Mount;
import dev.cognate.hosted.ConfirmUserPage;
import dev.cognate.hosted.ImportUploads;
import dev.cognate.hosted.InboxPage;
import dev.cognate.hosted.LocalOnly;
import dev.cognate.hosted.WellKnownPage;
import dev.cognate.imports.Imports;
import dev.cognate.messaging.Inbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the server answers besides the API, by path. */
final class Pages {
    /** How long a file may take to arrive: as long as its URL is good. */
    private static final Duration UPLOAD_TIME = Duration.ofMinutes(15);

    private Pages() {}

    static List<Mount> mounts(Foundation base, Rooms rooms, Inbox inbox) {
        ConfirmUserPage confirmUser =
                new ConfirmUserPage(rooms.signup(), base.randomness, base.rules.confirmByButton());
        List<Mount> mounts = new ArrayList<>();
        for (String path : List.of("/confirmUser", "/confirmUser/")) {
            mounts.add(Mount.exactly("GET", path, confirmUser));
            mounts.add(Mount.exactly("POST", path, confirmUser));
        }
        ImportUploads uploads = new ImportUploads(rooms.imports());
        mounts.add(new Mount.Upload("PUT", Imports.PATH, Imports.MOST_BYTES, UPLOAD_TIME, uploads));
        WellKnownPage keySet = new WellKnownPage(rooms.tokens()::keySet);
        mounts.add(Mount.behind("GET", WellKnownPage.KEY_SET_PATH, keySet));
        WellKnownPage configuration = new WellKnownPage(rooms.tokens()::discovery);
        mounts.add(Mount.behind("GET", WellKnownPage.CONFIGURATION_PATH, configuration));
        if (base.rules.showInbox()) {
            mounts.addAll(inbox(inbox));
        }
        return mounts;
    }

    private static List<Mount> inbox(Inbox inbox) {
        Endpoint messages = new LocalOnly(new InboxEndpoint(inbox));
        Endpoint page = new LocalOnly(new InboxPage(inbox));
        return List.of(
                Mount.under("GET", InboxEndpoint.PATH, messages),
                Mount.under("DELETE", InboxEndpoint.PATH, messages),
                Mount.under("GET", InboxPage.PATH, page),
                Mount.under("POST", InboxPage.PATH, page));
    }
}
