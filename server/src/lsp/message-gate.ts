import { Message, type MessageStrategy, type RequestMessage } from 'vscode-languageserver';

type HandleMessage = MessageStrategy['handleMessage'];

/** Lets `initialize` pass and keeps every other message, in the order of coming, until somebody is there to answer it. */
export class MessageGate implements MessageStrategy {
  /** Each hands one message on; nothing once the gate is open. */
  private waiting: (() => void)[] | undefined = [];

  handleMessage(...[message, next]: Parameters<HandleMessage>): ReturnType<HandleMessage> {
    const { waiting } = this;
    if (isInitialize(message)) return next(withCapabilities(message));
    if (waiting === undefined) return next(message);
    return new Promise(resolve => {
      waiting.push(() => resolve(next(message)));
    });
  }

  /** Hands on what has waited; from here on nothing waits. */
  open(): void {
    const { waiting = [] } = this;
    this.waiting = undefined;
    for (const handOn of waiting) handOn();
  }
}

function isInitialize(message: Message): message is RequestMessage {
  return Message.isRequest(message) && message.method === 'initialize';
}

/** A client that says nothing of what it can do, as the protocol would have it, can do nothing. */
function withCapabilities(message: RequestMessage): RequestMessage {
  const { params } = message;
  if (Array.isArray(params)) return message;
  const said: { capabilities?: unknown } = params ?? {};
  return { ...message, params: { ...params, capabilities: said.capabilities ?? {} } };
}
