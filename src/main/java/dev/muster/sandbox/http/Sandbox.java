package dev.muster.sandbox.http;

import com.sun.net.httpserver.HttpServer;
import dev.muster.model.project.SandboxFault;
import dev.muster.model.project.SandboxMovement;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.api.SandboxApi;
import dev.muster.sandbox.world.InitialState;
import dev.muster.sandbox.world.Ledger;
import dev.muster.sandbox.world.LedgerTotals;
import dev.muster.sandbox.world.MessageFate;
import dev.muster.sandbox.world.Move;
import dev.muster.sandbox.world.NumbersLedger;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.SandboxStore;
import dev.muster.sandbox.world.SandboxWorld;
import dev.muster.sandbox.world.TemplateRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * A running SeaX of our own. It listens on the loopback address only, on a port that the system chooses; its threads never
 * keep a program alive. What happened in its folder is seen by every sandbox on the same folder, in this process or another,
 * and outlives all of them; faults, options and recorded requests belong to this one. It is one
 * line for each thing that a test may do to SeaX, so it is long.
 */
public final class Sandbox implements AutoCloseable {
    private final Path folder;
    private final SandboxStore store;
    private final Controls controls;
    private final TemplateControls templates;
    /** The id of the one workspace that every sandbox has. */
    public static final String WORKSPACE_ID = SandboxWorld.WORKSPACE_ID;

    private final Faults faults = new Faults();
    private final RequestHandler front;
    private volatile MovementSchedule movement = MovementSchedule.none();
    private final HttpServer server;
    private final ExecutorService threads;

    private Sandbox(Path folder, SandboxStore store, SandboxOptions options, HttpServer server) {
        this.folder = folder;
        this.store = store;
        this.controls = new Controls(store);
        this.templates = new TemplateControls(store);
        this.front = new RequestHandler(new SandboxApi(store), faults, this, new ControlRoutes(this), options);
        this.server = server;
        this.threads = Executors.newCachedThreadPool(Sandbox::daemon);
    }

    /** Starts a server on any free port; the workspace's time is {@code clock} plus what was advanced in this folder. */
    public static Sandbox start(Path folder, Instant clock, SandboxOptions options) {
        return start(folder, new InitialState(clock), options, 0);
    }

    /** Starts a server on this port. */
    public static Sandbox start(Path folder, InitialState firstDay, SandboxOptions options, int port) {
        var store = SandboxStore.open(folder, firstDay);
        try {
            new Controls(store).catchUp(options);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var sandbox = new Sandbox(folder, store, options, server);
            sandbox.open();
            return sandbox;
        } catch (IOException broken) {
            store.close();
            throw new UncheckedIOException("the sandbox cannot listen on port " + port, broken);
        } catch (UncheckedIOException broken) {
            store.close();
            throw broken;
        }
    }

    /** Forgets everything in a folder, even if its record is damaged. */
    public static void reset(Path folder) {
        SandboxStore.reset(folder);
    }

    /** The server's own thread inherits its nature from the thread that starts it, so a daemon starts it. */
    private void open() {
        server.createContext("/", front::handle);
        server.setExecutor(threads);
        var starter = daemon(server::start);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable act) {
        var thread = new Thread(act, "sandbox");
        thread.setDaemon(true);
        return thread;
    }

    /** Where the API is: what a workspace's {@code base_url} would be. */
    public URI baseUrl() {
        return address("/" + String.join("/", RequestHandler.BASE));
    }

    /** Where the control routes are. */
    public URI controlUrl() {
        return address("/_sandbox");
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public String workspaceId() {
        return SandboxWorld.WORKSPACE_ID;
    }

    /** The key that this server wants; it opens nothing else. */
    public String apiKey() {
        return RequestHandler.KEY;
    }

    /** The time in the workspace. It stands still until it is advanced. */
    public Instant now() {
        return store.read(SandboxWorld::clock);
    }

    /** Lets time pass: what is due is sent, what was put off happens. */
    public void advance(Duration by) {
        front.settle();
        controls.advance(by, front.options());
        moveOn();
    }

    /** From now on contacts move as time passes, the real one and that of the sandbox. */
    public void movement(SandboxMovement pace) {
        movement(pace, System::nanoTime);
    }

    /** The same by another clock than the real one: it is asked once for each request. */
    public void movement(SandboxMovement pace, LongSupplier nanos) {
        movement = new MovementSchedule(pace, nanos, now());
    }

    /** Lets happen what is due of the movement. */
    void moveOn() {
        controls.move(movement);
    }

    /** Who was messaged, how often and by what. */
    public Ledger ledger() {
        return store.read(Ledger::of);
    }

    /** The same in numbers, for a workspace of millions too. */
    public LedgerTotals ledgerTotals() {
        return store.read(LedgerTotals::of);
    }

    /** The campaigns by numbers in the order of sending, each with every message and what filled it. */
    public List<NumbersLedger> ledgerByNumbers() {
        return store.read(NumbersLedger::of);
    }

    /** Makes the world the default one again. */
    public void reset() {
        SandboxStore.reset(folder);
    }

    /** Makes the next answer of an operation go wrong. */
    public void fault(Operation operation, Fault fault) {
        fault(operation, fault, 1);
    }

    /** Makes the next answers of an operation go wrong. */
    public void fault(Operation operation, Fault fault, int times) {
        fault(operation, fault, 0, times);
    }

    /** Lets so many requests of an operation pass, and makes the next answers go wrong. */
    public void fault(Operation operation, Fault fault, int after, int times) {
        faults.add(operation, fault, after, times);
    }

    /** Makes the next answers of an operation go wrong, as a project says it. */
    public void fault(SandboxFault written) {
        var operation = Operation.valueOf(written.operation().name());
        fault(operation, FaultReader.read(written), written.times());
    }

    /** Forgets the faults that are yet to come. */
    public void clearFaults() {
        faults.clear();
    }

    public SandboxOptions options() {
        return front.options();
    }

    /** Changes how this server settles what the documents leave open. */
    public void options(SandboxOptions options) {
        front.options(options);
    }

    /** Every request to the API that this server saw, in order; the control routes are not counted. */
    public List<RecordedRequest> requests() {
        return front.requests();
    }

    public void forgetRequests() {
        front.forgetRequests();
    }

    /** The id of a label. */
    public String labelId(String name) {
        return controls.labelId(name);
    }

    /** The contact rows with a label. */
    public List<String> contactIds(String labelName) {
        return controls.contactIds(labelName);
    }

    /** Makes a label and returns its id. */
    public String createLabel(String name) {
        return controls.createLabel(name);
    }

    public void renameLabel(String name, String to) {
        controls.renameLabel(name, to);
    }

    public void deleteLabel(String name) {
        controls.deleteLabel(name);
    }

    public void attachLabel(String contactId, String labelName) {
        controls.attach(contactId, labelName);
    }

    public void detachLabel(String contactId, String labelName) {
        controls.detach(contactId, labelName);
    }

    /** Removes, adds and relabels contacts at once. */
    public void move(Move move) {
        controls.move(move);
    }

    /** Takes a contact out of every list. */
    public void removeContact(String contactId) {
        controls.remove(contactId);
    }

    /** Takes a contact's labels, name and number, as if it had been deleted; says which number it was. */
    public Optional<String> forgetContact(String contactId) {
        return controls.forget(contactId);
    }

    /** Gives a template the status that WhatsApp would give it, such as {@code APPROVED} or {@code PAUSED}. */
    public void judgeTemplate(String name, String status) {
        templates.judge(name, status);
    }

    /** Changes a template in one language. */
    public void editTemplate(String name, String language, UnaryOperator<TemplateRow> change) {
        templates.edit(name, language, change);
    }

    /** Makes a template, or makes it anew, from an approved one of marketing without components. */
    public void writeTemplate(String name, String language, UnaryOperator<TemplateRow> change) {
        templates.write(name, language, change);
    }

    public void removeTemplate(String name, String language) {
        templates.remove(name, language);
    }

    /** Lets so many messages of a template pass from now on, and holds back all others for so long. */
    public void paceTemplate(String name, String language, int passes, Duration hold, boolean drops) {
        templates.pace(name, language, passes, hold, drops);
    }

    /** Lets messages of campaigns by numbers fail from now on. */
    public void failMessages(MessageFate.Decision failure) {
        templates.fail(failure);
    }

    @Override
    public void close() {
        front.close();
        server.stop(0);
        threads.shutdownNow();
        store.close();
    }
}
