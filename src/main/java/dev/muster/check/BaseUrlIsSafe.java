package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Workspace;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ProjectRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The API key travels to the base URL with every request: only over TLS, or to this very machine. */
final class BaseUrlIsSafe implements Check {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Workspace.class)
                .flatMap(workspace -> finding(workspace).stream())
                .toList();
    }

    private static Optional<Diagnostic> finding(Block<Workspace> workspace) {
        return workspace
                .part("baseUrl", String.class)
                .filter(url -> !isSafe(url))
                .map(url -> ProjectRule.WORKSPACE_BASE_URL.at(
                        workspace.at("base_url"), "this is not a safe address for an API key: " + Quoted.of(url)));
    }

    private static boolean isSafe(String text) {
        try {
            var url = new URI(text);
            var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            var host = Optional.ofNullable(url.getHost()).map(name -> name.toLowerCase(Locale.ROOT));
            boolean bare = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
            boolean safe = scheme.equals("https")
                    || (scheme.equals("http") && host.filter(LOOPBACK::contains).isPresent());
            return bare && safe && host.isPresent();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
