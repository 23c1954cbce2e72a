package dev.muster.sandbox.api;

import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.LabelRow;
import dev.muster.sandbox.world.SandboxWorld;

/** A new label (vendor's OpenAPI document); a name that exists is refused. */
public final class CreateLabelEndpoint implements Endpoint {
    @Override
    public ApiResponse answer(RequestContext call) {
        var body = new Fields(call.body());
        var name = body.text("name").orElseThrow(() -> new RequestRefusedException(ErrorBody.missing("name")));
        if (call.world().labelNamed(name).isPresent()) {
            throw new RequestRefusedException(ErrorBody.conflict("Contact label already exists"));
        }
        var label = label(
                name,
                body.text("color").orElse("#19b9c3"),
                body.text("description").orElse(""),
                call.world());
        call.record().accept(new Event.LabelCreated(label));
        return ApiResponse.ok(LabelsEndpoint.row(label, call));
    }

    public static LabelRow label(String name, String color, String description, SandboxWorld world) {
        return new LabelRow(world.newLabelId(name), name, color, description, false, world.clock());
    }
}
