package dev.muster.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.cli.Rewired;
import dev.muster.cli.env.ExitCode;
import dev.muster.resolve.Workspace;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another run sends while a plan is made: nobody may be told that the lock was deleted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OvertakenPlanTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply --confirm 6"})
    void it_says_that_another_run_is_sending_and_advises_to_delete_nothing(String command) {
        try (var program = new InMemoryProgram(folder)) {
            var begun = new AtomicBoolean();
            program.sandbox()
                    .fault(Operation.CAMPAIGNS, Fault.commitThenBody("{\"data\":[],\"total\":0}"), 100); // it lags
            program.connector(real -> Rewired.workspace(
                    real,
                    workspace -> whenRead(workspace, () -> {
                        if (!begun.getAndSet(true)) {
                            assertThat(program.run("apply", "--confirm", "6").code())
                                    .isZero();
                        }
                    })));

            var run = program.run(command.split(" ", -1));

            assertThat(run.err())
                    .contains("another run began to send system-test/1")
                    .doesNotContain("delete");
            assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(program.sandbox().ledger().messages()).isEqualTo(6);
        }
    }

    /** Contacts are read after the lock. */
    private static Workspace whenRead(Workspace real, Runnable meanwhile) {
        return (Workspace) Proxy.newProxyInstance(
                Workspace.class.getClassLoader(), new Class<?>[] {Workspace.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("contacts")) {
                        meanwhile.run();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
