import type { MessageStrategy } from 'vscode-languageserver';

type HandleMessage = MessageStrategy['handleMessage'];

/** Lets `initialize` pass and keeps every other message, in the order of coming, until somebody is there to answer it. */
export class MessageGate implements MessageStrategy {
  /** Each hands one message on; nothing once the gate is open. */
  private waiting: (() => void)[] | undefined = [];

  handleMessage(...[message, next]: Parameters<HandleMessage>): ReturnType<HandleMessage> {
    const { waiting } = this;
    if (waiting === undefined || ('method' in message && message.method === 'initialize')) return next(message);
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
