package dev.muster.sandbox.api;

import dev.muster.sandbox.world.SandboxOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be asked of SeaX: method and path below the workspace. The first eight are those of the API document. */
public enum Operation {
    PHONES("GET", "phones", Origin.BOTH),
    CONTACTS("GET", "contacts", Origin.BOTH),
    CREATE_CAMPAIGN("POST", "campaigns", Origin.BOTH),
    CAMPAIGN("GET", "campaigns/{id}", Origin.BOTH),
    LOGS("GET", "campaigns/{id}/logs", Origin.BOTH),
    IMPORT_CONTACTS("POST", "import_contacts", Origin.BOTH),
    SEND_TEMPLATE_MESSAGE("POST", "send_message/wabp_template_message", Origin.BOTH),
    /** The path in the example of the API document's section 8; its heading has the other one. */
    SEND_MESSAGE("POST", "send_whatsapp_message", Origin.API_DOCUMENT),
    CAMPAIGNS("GET", "campaigns", Origin.VENDOR_DOCUMENT),
    LABELS("GET", "contact_labels", Origin.VENDOR_DOCUMENT),
    CREATE_LABEL("POST", "contact_labels", Origin.VENDOR_DOCUMENT),
    JOBS("GET", "jobs", Origin.VENDOR_DOCUMENT),
    JOB("GET", "jobs/{id}", Origin.VENDOR_DOCUMENT),
    TEMPLATES("GET", "whatsapp_business_platform_templates/{id}", Origin.VENDOR_DOCUMENT),
    /** The vendor's page on general campaigns: an approved template to the numbers that the request lists. */
    SEND_BY_NUMBERS("POST", "general_campaigns/wabp", Origin.VENDOR_DOCUMENT);

    private enum Origin {
        BOTH,
        API_DOCUMENT,
        VENDOR_DOCUMENT
    }

    private final String method;
    private final String path;
    private final Origin origin;

    Operation(String method, String path, Origin origin) {
        this.method = method;
        this.path = path;
        this.origin = origin;
    }

    /** The operation that a request below the workspace means, among those that this server has. */
    public static Optional<Operation> of(String method, List<String> path, SandboxOptions options) {
        return at(path, options)
                .filter(operation -> operation.method.equals(method))
                .findFirst();
    }

    /** The methods of a path below the workspace. */
    public static Methods methods(List<String> path, SandboxOptions options) {
        return Methods.of(at(path, options).map(operation -> operation.method));
    }

    private static Stream<Operation> at(List<String> path, SandboxOptions options) {
        return Arrays.stream(values())
                .filter(operation -> operation.matches(path))
                .filter(operation -> operation.isServed(options));
    }

    /** The value in the place of {@code {id}}, or an empty text. */
    public String id(List<String> asked) {
        int place = parts().indexOf("{id}");
        return place < 0 ? "" : asked.get(place);
    }

    /** Method and path as people write them, such as {@code GET /campaigns/{id}}. */
    public String written() {
        return method + " /" + path;
    }

    /** A refusal as this operation's document writes it: the page on campaigns by numbers shows no {@code status_code}. */
    public ApiResponse refusal(ApiResponse usual) {
        return this == SEND_BY_NUMBERS ? usual.withoutStatusCode() : usual;
    }

    /** Whether it can change anything. */
    boolean writes() {
        return method.equals("POST");
    }

    private boolean matches(List<String> asked) {
        var parts = parts();
        return asked.size() == parts.size()
                && IntStream.range(0, parts.size())
                        .allMatch(at ->
                                parts.get(at).equals("{id}") || parts.get(at).equals(asked.get(at)));
    }

    private List<String> parts() {
        return List.of(path.split("/", -1));
    }

    private boolean isServed(SandboxOptions options) {
        return switch (origin) {
            case BOTH -> true;
            case API_DOCUMENT -> !options.isOpenApi();
            case VENDOR_DOCUMENT -> options.servesVendorEndpoints();
        };
    }
}
