package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.output.Pages;
import dev.cognate.cli.terminal.CliError;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a list page by page until it ends or enough is read. Reference: oauth-config D8. */
final class Paging {
    private final Paginator paginator;
    private final UnaryOperator<Entries> service;
    private final List<Entries> answers = new ArrayList<>();
    private int items;

    /** @param service sends a request and returns its answer */
    Paging(Paginator paginator, UnaryOperator<Entries> service) {
        this.paginator = paginator;
        this.service = service;
    }

    /**
     * All pages, each handed over as soon as it is there, from where {@code --starting-token} says and as many things as {@code --max-items} says.
     *
     * @param page gets each page, the last one cut where enough is read
     * @throws CliError.General when the service repeats a page for ever
     */
    Pages of(Entries request, Map<PagingOption, String> options, Consumer<Entries> page) {
        String starting = options.get(PagingOption.STARTING_TOKEN);
        PageToken from = starting == null ? PageToken.START : PageToken.of(starting, paginator.token());
        int most = number(options.get(PagingOption.MAX_ITEMS));
        String token = from.service();
        int skipped = from.skipped() == null ? 0 : from.skipped();
        while (true) {
            Entries answer = without(service.apply(page(request, token, options)), skipped);
            int excess = items + listed(answer).size() - most;
            if (excess > 0) {
                Pages pages = cut(answer, excess, token, skipped);
                page.accept(answers.getLast());
                return pages;
            }
            answers.add(answer);
            page.accept(answer);
            items += listed(answer).size();
            String next = answer.text(paginator.token());
            if (next == null || next.isEmpty()) {
                return new Pages(answers, paginator.result(), null);
            }
            if (items == most) {
                return new Pages(answers, paginator.result(), new PageToken(next, null).text(paginator.token()));
            }
            if (next.equals(token)) {
                throw new CliError.General("Error during pagination: The same next token was received twice: {'"
                        + paginator.token() + "': '" + next + "'}");
            }
            token = next;
            skipped = 0;
        }
    }

    private static int number(@Nullable String text) {
        if (text == null) {
            return Integer.MAX_VALUE;
        }
        BigInteger number = new BigInteger(text.strip().replace("_", ""));
        return number.bitLength() > 31 ? Integer.MAX_VALUE : number.intValue();
    }

    private Entries page(Entries request, @Nullable String token, Map<PagingOption, String> options) {
        String size = options.get(PagingOption.PAGE_SIZE);
        Entries bounded = size == null ? request : paginator.bounded(request, size);
        Map<String, JsonValue> members = new LinkedHashMap<>(bounded.members());
        if (token != null) {
            members.put(paginator.token(), new Text(token));
        }
        return new Entries(members);
    }

    private List<JsonValue> listed(Entries answer) {
        return answer.get(paginator.result()) instanceof Items(List<JsonValue> values) ? values : List.of();
    }

    private Entries without(Entries answer, int first) {
        List<JsonValue> values = listed(answer);
        // Less than nothing counts from the end here too.
        int from = first < 0 ? Math.max(0, values.size() + first) : Math.min(first, values.size());
        return first == 0 ? answer : listing(answer, values.subList(from, values.size()));
    }

    private Pages cut(Entries answer, int excess, @Nullable String token, int skipped) {
        List<JsonValue> values = listed(answer);
        int kept = values.size() - excess;
        // Less than nothing counts from the end, as the AWS command line has it.
        int end = kept < 0 ? Math.max(0, values.size() + kept) : kept;
        answers.add(listing(answer, values.subList(0, end)));
        PageToken resume = new PageToken(token, skipped + kept);
        return new Pages(answers, paginator.result(), resume.text(paginator.token()));
    }

    private Entries listing(Entries answer, List<JsonValue> values) {
        Map<String, JsonValue> members = new LinkedHashMap<>(answer.members());
        members.put(paginator.result(), new Items(values));
        return new Entries(members);
    }
}
