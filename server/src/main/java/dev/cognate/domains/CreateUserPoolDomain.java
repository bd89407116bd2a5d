package dev.cognate.domains;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.pools.ResourceQuotas;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.model.CreateUserPoolDomainRequest;
import dev.cognate.wire.model.CreateUserPoolDomainResponse;
import dev.cognate.wire.model.DomainDescriptionType;
import dev.cognate.wire.model.DomainStatusType;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Gives a pool a prefix or, with a certificate, a custom domain. Reference: oauth-config B7. */
final class CreateUserPoolDomain implements Operation<CreateUserPoolDomainRequest, CreateUserPoolDomainResponse> {
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    /** Where the service keeps a domain's pictures; clients want to see a name. */
    private static final String BUCKET = "aws-cognito-prod-pdx-assets";

    private final Pools pools;
    private final Randomness randomness;
    private final InstantSource clock;

    CreateUserPoolDomain(Pools pools, Randomness randomness, InstantSource clock) {
        this.pools = pools;
        this.randomness = randomness;
        this.clock = clock;
    }

    @Override
    public CreateUserPoolDomainResponse run(CreateUserPoolDomainRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        DomainName name = name(request, pool.id());
        name.check();
        DomainRules.checkVersion(request.managedLoginVersion(), pool);
        if (request.customDomainConfig() != null) {
            DomainRules.checkCertificate(request.customDomainConfig());
        }
        Domain domain = new Domain(pool.id(), description(request));
        pools.write(pool.id(), tx -> {
            add(tx, name, domain);
            return domain;
        });
        return new CreateUserPoolDomainResponse(
                domain.managedLoginVersion(),
                domain.alias(),
                domain.description().routing());
    }

    private static DomainName name(CreateUserPoolDomainRequest request, PoolId pool) {
        return request.customDomainConfig() == null
                ? DomainName.prefix(pool.region(), request.domain())
                : DomainName.custom(request.domain());
    }

    private DomainDescriptionType description(CreateUserPoolDomainRequest request) {
        Integer version = request.managedLoginVersion();
        return DomainDescriptionType.builder()
                .userPoolId(request.userPoolId())
                .awsAccountId(pools.settings().account())
                .domain(request.domain())
                .s3Bucket(BUCKET)
                .cloudFrontDistribution(randomness.distribution())
                .version(VERSION.format(clock.instant()))
                .status(DomainStatusType.ACTIVE)
                .customDomainConfig(request.customDomainConfig())
                .managedLoginVersion(version == null ? DomainRules.CLASSIC : version)
                .routing(request.routing())
                .build();
    }

    private void add(Tx tx, DomainName name, Domain domain) {
        Pool pool = pools.require(tx, domain.pool());
        DomainRules.checkVersion(domain.managedLoginVersion(), pool);
        String prefix = pool.config().domain();
        String custom = pool.config().customDomain();
        if ((name.isCustom() ? custom : prefix) != null) {
            throw new InvalidParameterException(Texts.HAS_ONE);
        }
        if (!DomainsTable.insert(tx, name, domain)) {
            throw new InvalidParameterException(Texts.TAKEN);
        }
        if (name.isCustom()) {
            checkNumber(tx);
            pools.setDomains(tx, domain.pool(), prefix, name.text());
        } else {
            pools.setDomains(tx, domain.pool(), name.text(), custom);
        }
    }

    private void checkNumber(Tx tx) {
        int most = pools.settings().quotas().customDomains();
        if (ResourceQuotas.isExceeded(most, limit -> DomainsTable.countCustom(tx, limit))) {
            throw new LimitExceededException(Texts.tooManyCustom(most));
        }
    }
}
