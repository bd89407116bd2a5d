package dev.cognate.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ListUserImportJobs over the wire. Reference: lifecycle H. */
class ListUserImportJobsTest extends ImportRoom {
    private static final Pattern JOB = Pattern.compile("\"JobId\":\"([^\"]*)\"");

    private static List<String> jobs(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return JOB.matcher(reply.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private Reply list(String members) {
        return pool.adminCall("ListUserImportJobs", members);
    }

    /** Clause H.6. "Newest first; token form {@code <poolId>#<jobId>#<epoch ms of creation>}." */
    @Test
    void jobsComePageByPageNewestFirst() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(create("").member("JobId"));
            server.clock().advance(Duration.ofMillis(1));
        }
        Collections.reverse(created);

        Reply first = list("\"MaxResults\":2");
        String token = first.member("PaginationToken");
        create(""); // A newer one neither repeats nor hides others.
        Reply second = list("\"MaxResults\":3,\"PaginationToken\":\"" + token + "\"");

        assertThat(token).isEqualTo(pool.id() + "#" + created.get(1) + "#1772366400003");
        assertThat(jobs(first)).isEqualTo(created.subList(0, 2));
        assertThat(jobs(second)).isEqualTo(created.subList(2, 5));
        assertThat(second.body()).doesNotContain("PaginationToken");
    }

    @Test
    void jobsOfOneMomentAreAllListed() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            created.add(create("").member("JobId"));
        }

        Reply first = list("\"MaxResults\":2");
        Reply second = list("\"MaxResults\":2,\"PaginationToken\":\"" + first.member("PaginationToken") + "\"");

        List<String> seen = new ArrayList<>(jobs(first));
        seen.addAll(jobs(second));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(created);
    }

    /** Clause H.6. {@code MaxResults} 1–60 may be asked for, {@code UserImportJobs} holds 1–50. */
    @Test
    void aPageHasFiftyAtMost() {
        for (int i = 0; i < 51; i++) {
            create("");
        }

        assertThat(jobs(list("\"MaxResults\":60"))).hasSize(50);
        assertThat(list("\"MaxResults\":61").fault()).isEqualTo("InvalidParameterException");
        assertThat(list("").outcome()).contains("'maxResults' failed to satisfy constraint: Member must not be null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "us-east-1_other#import-a#1", "$id#import-a#x", "$id#job#1", "$id#import-a#1#2"})
    void aTextThatIsNoTokenIsRefused(String token) {
        assertThat(list("\"MaxResults\":1,\"PaginationToken\":\"" + token.replace("$id", pool.id()) + "\"")
                        .outcome())
                .isEqualTo("InvalidParameterException: Invalid pagination token");
    }
}
