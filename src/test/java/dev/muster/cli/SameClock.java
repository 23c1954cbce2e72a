package dev.muster.cli;

import dev.muster.cli.env.WorkspaceClientFactory;
import dev.muster.resolve.Workspace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts SeaX's clock where ours is. The servers of the tests answer with the machine's time, and tests that let hours pass mean
 * hours for everybody.
 */
final class SameClock {
    private SameClock() {}

    static WorkspaceClientFactory with(WorkspaceClientFactory real) {
        return Rewired.workspace(real, SameClock::inStep);
    }

    private static Workspace inStep(Workspace workspace) {
        return (Workspace) Proxy.newProxyInstance(
                Workspace.class.getClassLoader(),
                new Class<?>[] {Workspace.class},
                (self, method, arguments) -> method.getName().equals("skew")
                        ? Optional.of(Duration.ZERO)
                        : call(workspace, method, arguments));
    }

    private static @Nullable Object call(Workspace workspace, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(workspace, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
