package dev.muster.seax;

import dev.muster.apply.Answer;
import dev.muster.apply.MessageSender;
import dev.muster.model.SinglePath;

/** Posts single messages: each in one shot, over the same transport as campaigns. */
record SeaxMessages(SeaxEndpoint endpoint, SendLimits limits) implements MessageSender {
    @Override
    public Answer post(SinglePath path, String body) {
        return new OneShot(path.path(), endpoint, limits).post(body);
    }
}
