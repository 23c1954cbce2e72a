package dev.muster.cli.event;

import dev.muster.cli.command.Console;
import dev.muster.cli.env.NetworkSetup;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.http.Network;
import dev.muster.model.project.WorkspaceSettings.NetworkSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --webhook URL}: where each event is posted to as well. */
public final class WebhookOption {
    @Option(
            names = "--webhook",
            paramLabel = "URL",
            converter = Converter.class,
            description = "Post each event to this https address, too; what it does not take is said at the end.")
    private @Nullable URI address;

    public boolean isGiven() {
        return address != null;
    }

    public Optional<Webhook> open(ProgramEnvironment surroundings, Console console) {
        return Optional.ofNullable(address)
                .map(url -> new Webhook(url, network(url, surroundings), Webhook.Limits.DEFAULT, console::complain));
    }

    private static Network network(URI url, ProgramEnvironment surroundings) {
        return new NetworkSetup(url, NetworkSettings.NONE, surroundings.environment(), surroundings.folder()).network();
    }

    /** Over TLS, or to this very machine; the address is not repeated, since it may be a secret. */
    static final class Converter implements ITypeConverter<URI> {
        private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

        @Override
        public URI convert(String value) {
            try {
                var url = new URI(value);
                if (isSafe(url)) {
                    return HttpRequest.newBuilder(url).build().uri();
                }
            } catch (URISyntaxException | IllegalArgumentException e) {
                // said below, without the address
            }
            throw new TypeConversionException("this is no https address; it may have a path and a query, but neither"
                    + " user nor fragment, and http is for this machine only");
        }

        private static boolean isSafe(URI url) {
            var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            return url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null
                    && (scheme.equals("https")
                            || (scheme.equals("http")
                                    && LOOPBACK.matcher(url.getHost().toLowerCase(Locale.ROOT))
                                            .matches()));
        }
    }
}
