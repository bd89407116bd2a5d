package dev.cognate.transfer;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import dev.cognate.wire.model.AdvancedSecurityModeType;
import dev.cognate.wire.model.DescribeIdentityProviderResponse;
import dev.cognate.wire.model.DescribeRiskConfigurationResponse;
import dev.cognate.wire.model.DescribeUserPoolClientResponse;
import dev.cognate.wire.model.DescribeUserPoolDomainResponse;
import dev.cognate.wire.model.DescribeUserPoolResponse;
import dev.cognate.wire.model.DomainDescriptionType;
import dev.cognate.wire.model.GetLogDeliveryConfigurationResponse;
import dev.cognate.wire.model.GetUserPoolClientSessionConfigurationResponse;
import dev.cognate.wire.model.GetUserPoolMfaConfigResponse;
import dev.cognate.wire.model.GetUserPoolSessionConfigurationResponse;
import dev.cognate.wire.model.GroupType;
import dev.cognate.wire.model.IdentityProviderType;
import dev.cognate.wire.model.ListGroupsResponse;
import dev.cognate.wire.model.ListIdentityProvidersResponse;
import dev.cognate.wire.model.ListResourceServersResponse;
import dev.cognate.wire.model.ListUserPoolClientSecretsResponse;
import dev.cognate.wire.model.ListUserPoolClientsResponse;
import dev.cognate.wire.model.ListUserPoolReplicasResponse;
import dev.cognate.wire.model.ListUsersInGroupResponse;
import dev.cognate.wire.model.ListUsersResponse;
import dev.cognate.wire.model.LogConfigurationType;
import dev.cognate.wire.model.ProviderDescription;
import dev.cognate.wire.model.ReplicaRoleType;
import dev.cognate.wire.model.ResourceServerType;
import dev.cognate.wire.model.RiskConfigurationType;
import dev.cognate.wire.model.UserPoolAddOnsType;
import dev.cognate.wire.model.UserPoolClientDescription;
import dev.cognate.wire.model.UserPoolClientType;
import dev.cognate.wire.model.UserPoolReplicaType;
import dev.cognate.wire.model.UserPoolType;
import dev.cognate.wire.model.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pool elsewhere, as Describe*, List* and Get* show it. Lists are in the order in which they were answered. */
final class RemotePool {
    private static final int PAGE = 60;

    private final Answers answers;
    private final PoolId pool;

    RemotePool(Answers answers, PoolId pool) {
        this.answers = answers;
        this.pool = pool;
    }

    UserPoolType config() {
        return Objects.requireNonNull(
                ask("DescribeUserPool", DescribeUserPoolResponse::read).userPool());
    }

    GetUserPoolMfaConfigResponse factors() {
        return ask("GetUserPoolMfaConfig", GetUserPoolMfaConfigResponse::read);
    }

    List<UserPoolClientType> clients() {
        List<UserPoolClientType> clients = new ArrayList<>();
        Function<@Nullable String, ListUserPoolClientsResponse> call =
                token -> page("ListUserPoolClients", ListUserPoolClientsResponse::read, "MaxResults", token);
        pages(call, ListUserPoolClientsResponse::nextToken, page -> {
            for (UserPoolClientDescription each : orNone(page.userPoolClients())) {
                clients.add(Objects.requireNonNull(answers.of(
                                "DescribeUserPoolClient",
                                DescribeUserPoolClientResponse::read,
                                request("ClientId", each.clientId()))
                        .userPoolClient()));
            }
        });
        return clients;
    }

    List<ResourceServerType> resourceServers() {
        List<ResourceServerType> servers = new ArrayList<>();
        Function<@Nullable String, ListResourceServersResponse> call =
                token -> page("ListResourceServers", ListResourceServersResponse::read, "MaxResults", token, 50);
        pages(call, ListResourceServersResponse::nextToken, page -> servers.addAll(page.resourceServers()));
        return servers;
    }

    List<IdentityProviderType> providers() {
        List<IdentityProviderType> providers = new ArrayList<>();
        Function<@Nullable String, ListIdentityProvidersResponse> call =
                token -> page("ListIdentityProviders", ListIdentityProvidersResponse::read, "MaxResults", token);
        pages(call, ListIdentityProvidersResponse::nextToken, page -> {
            for (ProviderDescription each : page.providers()) {
                providers.add(answers.of(
                                "DescribeIdentityProvider",
                                DescribeIdentityProviderResponse::read,
                                request("ProviderName", each.providerName()))
                        .identityProvider());
            }
        });
        return providers;
    }

    List<DomainDescriptionType> domains() {
        UserPoolType config = config();
        return Stream.of(config.domain(), config.customDomain())
                .filter(Objects::nonNull)
                .map(domain -> Objects.requireNonNull(
                        answers.of("DescribeUserPoolDomain", DescribeUserPoolDomainResponse::read, out -> {
                                    out.beginObject();
                                    out.member("Domain", domain);
                                    out.endObject();
                                })
                                .domainDescription()))
                .toList();
    }

    /**
     * What threat protection does; null where it is off, since then nobody is told.
     *
     * @param client a client's id, null for the pool itself
     */
    @Nullable RiskConfigurationType risk(@Nullable String client) {
        UserPoolAddOnsType addOns = config().userPoolAddOns();
        if (addOns == null || addOns.advancedSecurityMode() == AdvancedSecurityModeType.OFF) {
            return null;
        }
        DescribeRiskConfigurationResponse answer = answers.find(
                "DescribeRiskConfiguration",
                DescribeRiskConfigurationResponse::read,
                client == null ? request("UserPoolId", pool.value()) : request("ClientId", client));
        return answer == null ? null : answer.riskConfiguration();
    }

    /** Whether and how the pool tracks sessions, null where it cannot. */
    @Nullable GetUserPoolSessionConfigurationResponse sessions() {
        return answers.find(
                "GetUserPoolSessionConfiguration",
                GetUserPoolSessionConfigurationResponse::read,
                request("UserPoolId", pool.value()));
    }

    /** How a client of a pool that tracks sessions reuses them, null where it does not say. */
    @Nullable GetUserPoolClientSessionConfigurationResponse sessions(String client) {
        return answers.find(
                "GetUserPoolClientSessionConfiguration",
                GetUserPoolClientSessionConfigurationResponse::read,
                request("ClientId", client));
    }

    /** How many secrets a client has; DescribeUserPoolClient tells one of them. */
    int secrets(String client) {
        ListUserPoolClientSecretsResponse answer = answers.find(
                "ListUserPoolClientSecrets", ListUserPoolClientSecretsResponse::read, request("ClientId", client));
        return answer == null ? 0 : orNone(answer.clientSecrets()).size();
    }

    /** The replicas in other regions. */
    List<UserPoolReplicaType> replicas() {
        ListUserPoolReplicasResponse answer = answers.find(
                "ListUserPoolReplicas", ListUserPoolReplicasResponse::read, request("UserPoolId", pool.value()));
        return answer == null
                ? List.of()
                : orNone(answer.userPoolReplicas()).stream()
                        .filter(each -> each.role() == ReplicaRoleType.SECONDARY)
                        .toList();
    }

    /**
     * What the pages look like.
     *
     * @param notes is told what could not be had
     */
    void looks(Consumer<PoolRow> rows, Consumer<String> notes) {
        List<String> ids = clients().stream()
                .map(client -> Objects.requireNonNull(client.clientId()))
                .toList();
        new RemoteLooks(answers, pool, rows, notes).of(ids);
    }

    List<LogConfigurationType> logs() {
        var logs = ask("GetLogDeliveryConfiguration", GetLogDeliveryConfigurationResponse::read)
                .logDeliveryConfiguration();
        return logs == null ? List.of() : logs.logConfigurations();
    }

    List<GroupType> groups() {
        List<GroupType> groups = new ArrayList<>();
        Function<@Nullable String, ListGroupsResponse> call =
                token -> page("ListGroups", ListGroupsResponse::read, "Limit", token);
        pages(call, ListGroupsResponse::nextToken, page -> groups.addAll(orNone(page.groups())));
        return groups;
    }

    void users(Consumer<List<UserType>> each) {
        Function<@Nullable String, ListUsersResponse> call =
                token -> answers.of("ListUsers", ListUsersResponse::read, out -> {
                    out.beginObject();
                    out.member("UserPoolId", pool.value());
                    out.member("Limit", (Integer) PAGE);
                    out.member("PaginationToken", token);
                    out.endObject();
                });
        pages(call, ListUsersResponse::paginationToken, page -> each.accept(orNone(page.users())));
    }

    void members(String group, Consumer<List<UserType>> each) {
        Function<@Nullable String, ListUsersInGroupResponse> call =
                token -> answers.of("ListUsersInGroup", ListUsersInGroupResponse::read, out -> {
                    out.beginObject();
                    out.member("UserPoolId", pool.value());
                    out.member("GroupName", group);
                    out.member("Limit", (Integer) PAGE);
                    out.member("NextToken", token);
                    out.endObject();
                });
        pages(call, ListUsersInGroupResponse::nextToken, page -> each.accept(orNone(page.users())));
    }

    private <T> T ask(String operation, JsonInput.Reader<T> reader) {
        return answers.of(operation, reader, request("UserPoolId", pool.value()));
    }

    private <T> T page(String operation, JsonInput.Reader<T> reader, String limit, @Nullable String token) {
        return page(operation, reader, limit, token, PAGE);
    }

    private <T> T page(String operation, JsonInput.Reader<T> reader, String limit, @Nullable String token, int most) {
        return answers.of(operation, reader, out -> {
            out.beginObject();
            out.member("UserPoolId", pool.value());
            out.member(limit, (Integer) most);
            out.member("NextToken", token);
            out.endObject();
        });
    }

    private Shape request(String name, @Nullable String value) {
        return (JsonOutput out) -> {
            out.beginObject();
            if (!name.equals("UserPoolId")) {
                out.member("UserPoolId", pool.value());
            }
            out.member(name, value);
            out.endObject();
        };
    }

    private static <T> void pages(
            Function<@Nullable String, T> call, Function<T, @Nullable String> next, Consumer<T> each) {
        String token = null;
        do {
            T page = call.apply(token);
            each.accept(page);
            token = next.apply(page);
        } while (token != null);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
