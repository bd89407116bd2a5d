package dev.cognate.cli.prompt;

import java.io.IOException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** A line reader with something below the line for as long as it is edited. */
final class PreviewingReader extends LineReaderImpl {
    private final Foot foot;

    PreviewingReader(Terminal terminal, Foot foot) throws IOException {
        super(terminal, "cognate");
        this.foot = foot;
    }

    @Override
    protected void redisplay(boolean flush) {
        boolean mine = reading && post == null;
        if (mine) {
            post = () -> foot.below(buf.toString());
        }
        super.redisplay(flush);
        if (mine) {
            // What comes next, such as the list of choices, takes the same place.
            post = null;
        }
    }
}
