/** Many small statements in few packets: each write to the system costs more than most statements do to make. */
import { Socket } from "node:net";

/** A socket that sends what is written to it in one turn as one. */
export function openTogetherSocket(): Socket {
  const socket = new Socket();
  const write = socket.write.bind(socket);
  let isHeld = false;
  const hold = (): void => {
    if (isHeld) return;
    isHeld = true;
    socket.cork();
    process.nextTick(() => {
      isHeld = false;
      socket.uncork();
    });
  };
  socket.write = (...parts: unknown[]): boolean => {
    hold();
    return (write as (...given: unknown[]) => boolean)(...parts);
  };
  return socket;
}
