import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** The connections of a server, told apart by whether an answer is under way. */
export interface OpenConnections {
  /** Ends every connection on which no answer is under way. */
  endIdle(): void;
}

/**
 * Follows the connections of a server from now on. Node's own `closeIdleConnections` leaves those alone that have not
 * asked anything yet, and browsers open such connections in advance.
 */
export function followConnections(server: Server): OpenConnections {
  const answering = new Map<Socket, number>();
  server.on('connection', (socket: Socket) => {
    answering.set(socket, 0);
    socket.once('close', () => answering.delete(socket));
  });
  const count = (socket: Socket, change: number) => {
    const now = answering.get(socket);
    if (now !== undefined) answering.set(socket, now + change);
  };
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  return {
    endIdle() {
      for (const [socket, answers] of answering) if (answers === 0) socket.destroySoon();
    },
  };
}
