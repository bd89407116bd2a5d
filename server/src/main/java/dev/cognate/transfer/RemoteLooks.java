package dev.cognate.transfer;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import dev.cognate.wire.model.DescribeManagedLoginBrandingByClientResponse;
import dev.cognate.wire.model.DescribeTermsResponse;
import dev.cognate.wire.model.GetUICustomizationResponse;
import dev.cognate.wire.model.ListTermsResponse;
import dev.cognate.wire.model.ManagedLoginBrandingType;
import dev.cognate.wire.model.TermsDescriptionType;
import dev.cognate.wire.model.TermsType;
import dev.cognate.wire.model.UICustomizationType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the pages of a pool elsewhere look like, as rows: managed login with its assets, the classic style, terms. */
final class RemoteLooks {
    private static final String ALL = "ALL";
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final Answers answers;
    private final PoolId pool;
    private final Consumer<PoolRow> rows;
    private final Consumer<String> notes;

    /**
     * Looks that are handed over.
     *
     * @param notes is told what could not be had
     */
    RemoteLooks(Answers answers, PoolId pool, Consumer<PoolRow> rows, Consumer<String> notes) {
        this.answers = answers;
        this.pool = pool;
        this.rows = rows;
        this.notes = notes;
    }

    /** Those of all clients, and of each of these. */
    void of(List<String> clients) {
        customization(ALL);
        clients.forEach(this::customization);
        clients.forEach(this::branding);
        terms();
    }

    private void customization(String client) {
        GetUICustomizationResponse answer =
                answers.find("GetUICustomization", GetUICustomizationResponse::read, request("ClientId", client));
        UICustomizationType shown = answer == null ? null : answer.uiCustomization();
        // A client without a style of its own is shown that of all.
        if (shown == null || !client.equals(shown.clientId())) {
            return;
        }
        Instant created = Objects.requireNonNull(shown.creationDate());
        Instant modified = Objects.requireNonNullElse(shown.lastModifiedDate(), created);
        String version = Objects.requireNonNullElse(shown.cssVersion(), VERSION.format(modified));
        byte[] image = image(shown);
        if (image != null || shown.css() != null) {
            add(Kept.UI_CUSTOMIZATIONS, client, version, shown.css(), image, created, modified);
        }
    }

    private byte @Nullable [] image(UICustomizationType shown) {
        String url = shown.imageUrl();
        if (url == null) {
            return null;
        }
        byte[] image = answers.picture(url);
        if (image == null) {
            notes.accept(Texts.noPicture(url));
        }
        return image;
    }

    private void branding(String client) {
        DescribeManagedLoginBrandingByClientResponse answer = answers.find(
                "DescribeManagedLoginBrandingByClient",
                DescribeManagedLoginBrandingByClientResponse::read,
                request("ClientId", client));
        ManagedLoginBrandingType branding = answer == null ? null : answer.managedLoginBranding();
        if (branding != null) {
            add(Kept.MANAGED_LOGIN_BRANDINGS, branding.managedLoginBrandingId(), client, JsonOutput.text(branding));
        }
    }

    private void terms() {
        String token = null;
        do {
            ListTermsResponse page = answers.find("ListTerms", ListTermsResponse::read, request("NextToken", token));
            for (TermsDescriptionType each : page == null ? List.<TermsDescriptionType>of() : page.terms()) {
                terms(each.termsId());
            }
            token = page == null ? null : page.nextToken();
        } while (token != null);
    }

    private void terms(String id) {
        DescribeTermsResponse answer =
                answers.find("DescribeTerms", DescribeTermsResponse::read, request("TermsId", id));
        TermsType terms = answer == null ? null : answer.terms();
        if (terms != null) {
            add(Kept.TERMS, terms.termsId(), terms.clientId(), terms.termsName(), JsonOutput.text(terms));
        }
    }

    private void add(Kept kept, @Nullable Object... values) {
        rows.accept(new PoolRow(kept, values));
    }

    private Shape request(String name, @Nullable String value) {
        return out -> {
            out.beginObject();
            out.member("UserPoolId", pool.value());
            out.member(name, value);
            out.endObject();
        };
    }
}
