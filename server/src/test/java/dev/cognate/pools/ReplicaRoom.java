package dev.cognate.pools;

/** A pool that can have a replica. */
abstract class ReplicaRoom extends PoolRoom {
    static String body(String id, String members) {
        return "{\"UserPoolId\":\"" + id + "\"" + (members.isEmpty() ? "" : ",") + members + "}";
    }

    static String shown(String id, String region, String role, String status) {
        return "{\"RegionName\":\"%s\",\"Role\":\"%s\",\"Status\":\"%s\",\"UserPoolArn\":\"%s\"}"
                .formatted(region, role, status, "arn:aws:cognito-idp:" + region + ":123456789012:userpool/" + id);
    }

    final String replicated() {
        String id = api.pool("");
        api.answer("CreateUserPoolReplica", body(id, "\"RegionName\":\"eu-west-1\""));
        return id;
    }

    final String update(String id, String status) {
        return api.answer(
                "UpdateUserPoolReplica", body(id, "\"RegionName\":\"eu-west-1\",\"Status\":\"" + status + "\""));
    }
}
