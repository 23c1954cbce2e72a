package dev.muster.cli.forge;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.Console;
import dev.muster.cli.command.GlobalOptions;
import dev.muster.cli.env.NetworkSetup;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.diagnostic.UsageException;
import dev.muster.forge.Forge;
import dev.muster.forge.ForgeRetry;
import dev.muster.forge.PipelineRun;
import dev.muster.forge.http.ForgeAddress;
import dev.muster.forge.http.ForgeToken;
import dev.muster.forge.http.GithubForge;
import dev.muster.forge.http.GitlabForge;
import dev.muster.http.Network;
import dev.muster.model.project.WorkspaceSettings.NetworkSettings;
import dev.muster.report.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which forge is written to, and with which token: by default that of the pipeline that this runs in. */
final class ForgeOptions {
    @Option(names = "--github", description = "Write to GitHub (default: where GITHUB_ACTIONS is true).")
    private boolean github;

    @Option(names = "--gitlab", description = "Write to GitLab (default: where GITLAB_CI is true).")
    private boolean gitlab;

    @Option(
            names = "--token-env",
            paramLabel = "NAME",
            description = "The environment variable that holds the token (default: GH_TOKEN or GITHUB_TOKEN; for GitLab"
                    + " GITLAB_TOKEN).")
    private @Nullable String tokenVariable;

    @Option(
            names = "--commit",
            paramLabel = "SHA",
            description = "The commit that is named (default: the one that the pipeline is about).")
    private @Nullable String commit;

    /** A forge that is open. */
    record Open(Forge forge, PipelineRun run, PipelineVariables variables, Runnable closing) implements AutoCloseable {
        @Override
        public void close() {
            closing.run();
        }
    }

    Open open(ProgramEnvironment surroundings) {
        var variables = variables(surroundings);
        var run = variables.run(Optional.ofNullable(commit));
        return variables.isGithub() ? github(surroundings, variables, run) : gitlab(surroundings, variables, run);
    }

    /** The name of the workspace as it was typed; no definitions are read here. */
    static Optional<String> workspace(GlobalOptions options) {
        var name = Optional.ofNullable(options.workspace);
        name.filter(given -> !given.matches("[a-z0-9-]{1,64}")).ifPresent(bad -> {
            throw new UsageException("the name of a workspace has small letters, digits and hyphens");
        });
        return name;
    }

    /** What was written, for a person or for a program. */
    static void tell(CommandContext session, String what, Enum<?> result, String sentence) {
        var word = result.name().toLowerCase(Locale.ROOT);
        session.console()
                .product(
                        session.json()
                                ? Json.document(Json.envelope(true, List.of()).put(what, word))
                                : sentence);
    }

    static ForgeRetry retry(Console console) {
        return new ForgeRetry(wait -> Thread.sleep(wait.toMillis()), console::comment);
    }

    private PipelineVariables variables(ProgramEnvironment surroundings) {
        if (github && gitlab) {
            throw new UsageException("write to GitHub or to GitLab: give --github or --gitlab");
        }
        return github || gitlab
                ? new PipelineVariables(surroundings, github)
                : PipelineVariables.of(surroundings)
                        .orElseThrow(() -> new UsageException(
                                "this is no pipeline of GitHub or GitLab: give --github and the variables "
                                        + PipelineVariables.GITHUB_HAS + ", or --gitlab and "
                                        + PipelineVariables.GITLAB_HAS));
    }

    private Open github(ProgramEnvironment surroundings, PipelineVariables variables, PipelineRun run) {
        var address = variables.address();
        var token = token(surroundings, List.of("GH_TOKEN", "GITHUB_TOKEN"));
        var forge = new GithubForge(variables.repository(), address, token, network(address, surroundings));
        return new Open(forge, run, variables, forge::close);
    }

    private Open gitlab(ProgramEnvironment surroundings, PipelineVariables variables, PipelineRun run) {
        if ("CI_JOB_TOKEN".equals(tokenVariable)) {
            throw new UsageException(
                    "CI_JOB_TOKEN may not write comments or issues: make a project access token with the scope api, and"
                            + " give it in GITLAB_TOKEN");
        }
        var address = variables.address();
        var token = token(surroundings, List.of("GITLAB_TOKEN"));
        var forge = new GitlabForge(variables.project(), address, token, network(address, surroundings));
        return new Open(forge, run, variables, forge::close);
    }

    private ForgeToken token(ProgramEnvironment surroundings, List<String> usual) {
        var names = tokenVariable == null ? usual : List.of(tokenVariable);
        return names.stream()
                .flatMap(name -> surroundings.variable(name).map(value -> ForgeToken.of(name, value)).stream())
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "there is no token: give it in the environment variable " + String.join(" or ", names)));
    }

    private static Network network(ForgeAddress address, ProgramEnvironment surroundings) {
        return new NetworkSetup(address.uri(), NetworkSettings.NONE, surroundings.environment(), surroundings.folder())
                .network();
    }
}
