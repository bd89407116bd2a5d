package dev.cognate.front;

import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.Handler;
import dev.cognate.wire.OperationModel;
import dev.cognate.wire.ProtocolFault;
import dev.cognate.wire.fault.InternalErrorException;
import dev.cognate.wire.model.Operations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API behind {@code POST /}: finds the operation, knows the caller, lets the operation answer, and writes the answer
 * or the fault. Reference: oauth-config A1 to A4 and A7.
 */
final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final String TARGET_PREFIX = "AWSCognitoIdentityProviderService.";
    private static final String SERVICE = "cognito-idp";

    /** Errors that any operation may answer with, whether its model lists them or not. */
    private static final Set<String> COMMON =
            Set.of("InternalErrorException", "ForbiddenException", "TooManyRequestsException");

    private final Map<String, Target> targets = new HashMap<>();
    private final Signatures signatures;
    private final String defaultRegion;
    private final boolean strict;
    private final Set<String> missed = ConcurrentHashMap.newKeySet();

    /**
     * An operation of a model.
     *
     * @param service the service in the scope of its signatures
     * @param handler who performs it, null as long as nobody does
     */
    private record Target(
            OperationModel<?, ?> model,
            String service,
            @Nullable Handler<?, ?> handler) {}

    Api(List<Handler<?, ?>> handlers, List<OtherApi> others, Signatures signatures, FrontSettings settings) {
        this.signatures = signatures;
        this.defaultRegion = settings.defaultRegion();
        this.strict = settings.strict();
        Operations.ALL.forEach(model -> targets.put(TARGET_PREFIX + model.name(), new Target(model, SERVICE, null)));
        handlers.forEach(handler -> add(TARGET_PREFIX, SERVICE, handler));
        others.forEach(
                other -> other.handlers().forEach(handler -> add(other.targetPrefix(), other.service(), handler)));
    }

    private void add(String prefix, String service, Handler<?, ?> handler) {
        Target former = targets.put(prefix + handler.model().name(), new Target(handler.model(), service, handler));
        if (former != null && former.handler() != null) {
            throw new IllegalArgumentException(
                    "Two classes perform " + handler.model().name());
        }
    }

    /** The answer to one request; never throws. */
    Response answer(Exchange exchange) {
        Form form = Form.of(exchange.request().headers().first("Content-Type"));
        if (form == null) {
            exchange.fault("UnknownOperationException");
            return ApiAnswers.otherProtocol(exchange.id());
        }
        try {
            return ApiAnswers.success(exchange.id(), form, run(exchange));
        } catch (Fault fault) {
            return refuse(exchange, form, fault);
        } catch (Throwable unexpected) {
            // Errors too: a stack that overflowed has been unwound, and memory that was short has been let go of.
            return refuse(exchange, form, incident(exchange, unexpected));
        }
    }

    private byte[] run(Exchange exchange) {
        Request request = exchange.request();
        String name = request.headers().first("X-Amz-Target");
        Target target = name == null ? null : targets.get(name);
        if (target == null) {
            throw ProtocolFault.unknownOperation();
        }
        OperationModel<?, ?> model = target.model();
        exchange.operation(model.name());
        Call call = call(exchange, target);
        if (target.handler() == null) {
            if (missed.add(model.name())) {
                LOG.warn("A client asked for {}, which is not implemented yet", model.name());
            }
            throw ProtocolFault.notImplemented(model.name());
        }
        try {
            return target.handler().answer(request.body(), call);
        } catch (Fault fault) {
            requireModelled(model, fault);
            throw fault;
        }
    }

    /** Who asks; a signature on an operation that needs none is not looked at. */
    private Call call(Exchange exchange, Target target) {
        String source = exchange.request().sourceAddress();
        if (!target.model().signed()) {
            return new Call(exchange.id(), defaultRegion, source, exchange.userAgent(), null);
        }
        Signer signer = signatures.signer(exchange.request(), target.service());
        exchange.accessKeyId(signer.accessKeyId());
        return new Call(exchange.id(), signer.region(), source, exchange.userAgent(), signer.accessKeyId());
    }

    private void requireModelled(OperationModel<?, ?> model, Fault fault) {
        if (fault instanceof ProtocolFault
                || COMMON.contains(fault.type())
                || model.errors().contains(fault.type())) {
            return;
        }
        String text = model.name() + " answered with " + fault.type() + ", which its model does not list";
        if (strict) {
            throw new IllegalStateException(text);
        }
        LOG.error(text);
    }

    private static Response refuse(Exchange exchange, Form form, Fault fault) {
        exchange.fault(fault.type());
        return ApiAnswers.fault(exchange.id(), form, fault);
    }

    private static Fault incident(Exchange exchange, Throwable unexpected) {
        LOG.error("Incident {} in {}", exchange.id(), exchange.operation(), unexpected);
        return new InternalErrorException("Internal error. Incident " + exchange.id());
    }
}
