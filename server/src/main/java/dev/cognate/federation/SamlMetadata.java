package dev.cognate.federation;

import dev.cognate.wire.fault.InvalidParameterException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What the metadata of a SAML identity provider says (SAML 2.0 Metadata, 2.4.3). The document is read by a parser that
 * knows neither document types nor anything outside of the text.
 *
 * @param entityId who the provider is
 * @param signIn where a request to sign in is redirected to
 * @param signOut where a request to sign out is redirected to; null when there is no such place
 * @param certificates the keys of its signatures, at least one
 */
public record SamlMetadata(
        String entityId, String signIn, @Nullable String signOut, List<X509Certificate> certificates) {
    private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

    /** Copies the list. */
    public SamlMetadata {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads a document.
     *
     * @throws InvalidParameterException it is malformed, describes no identity provider or more than one, or lacks what
     *     signing in needs
     */
    public static SamlMetadata of(String text) {
        Element provider = onlyProvider(parsed(text));
        Element entity = (Element) provider.getParentNode();
        String signIn = location(provider, "SingleSignOnService");
        if (signIn == null) {
            throw new InvalidParameterException(Texts.NO_REDIRECT_BINDING);
        }
        return new SamlMetadata(
                entity.getAttribute("entityID"),
                signIn,
                location(provider, "SingleLogoutService"),
                certificates(provider));
    }

    private static Document parsed(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(text.strip())));
        } catch (SAXException | IOException malformed) {
            throw new InvalidParameterException(Texts.BAD_METADATA);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's own parser lacks a feature", e);
        }
    }

    /** The description of the one provider, in whatever else the document describes. */
    private static Element onlyProvider(Document document) {
        List<Element> providers = elements(document.getElementsByTagNameNS(METADATA, "IDPSSODescriptor"));
        boolean isEntity = providers.size() == 1
                && providers.getFirst().getParentNode() instanceof Element parent
                && METADATA.equals(parent.getNamespaceURI())
                && "EntityDescriptor".equals(parent.getLocalName())
                && !parent.getAttribute("entityID").isBlank();
        if (!isEntity) {
            throw new InvalidParameterException(Texts.BAD_METADATA);
        }
        return providers.getFirst();
    }

    private static @Nullable String location(Element provider, String service) {
        return elements(provider.getElementsByTagNameNS(METADATA, service)).stream()
                .filter(each -> REDIRECT.equals(each.getAttribute("Binding")))
                .map(each -> each.getAttribute("Location").strip())
                .filter(location -> location.startsWith("https://") || location.startsWith("http://"))
                .findFirst()
                .orElse(null);
    }

    private static List<X509Certificate> certificates(Element provider) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Element key : elements(provider.getElementsByTagNameNS(METADATA, "KeyDescriptor"))) {
            if (!key.getAttribute("use").equals("encryption")) {
                for (Element each : elements(key.getElementsByTagNameNS(SIGNATURE, "X509Certificate"))) {
                    certificates.add(certificate(each.getTextContent()));
                }
            }
        }
        if (certificates.isEmpty()) {
            throw new InvalidParameterException(Texts.NO_CERTIFICATE);
        }
        return certificates;
    }

    private static X509Certificate certificate(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException | IllegalArgumentException malformed) {
            throw new InvalidParameterException(Texts.NO_CERTIFICATE);
        }
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
