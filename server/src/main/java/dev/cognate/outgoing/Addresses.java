package dev.cognate.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The addresses of hosts, those of this realm only. A connection goes to what was looked at here, so a name that leads
 * elsewhere the next time it is looked up gains nothing.
 */
record Addresses(Documents.Realm realm) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (realm == Documents.Realm.PUBLIC && !List.of(addresses).stream().allMatch(PublicAddress::is)) {
            throw new UnknownHostException("the host has an address that is not public");
        }
        return addresses;
    }

    /** The name itself: nothing here is signed with it. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
