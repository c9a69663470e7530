/** RFC 9457 problem details: the body of every error response. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** The request's id, to be quoted in a support request. */
  instance?: string;
  /** Machine-readable name of the problem, for example `sold-out`. */
  code?: string;
  errors?: { path: string; message: string }[];
}

declare module 'fastify' {
  interface FastifyInstance {
    /** An error to throw: `throw app.problem(409, 'sold-out', 'Nothing is left of this.')`. */
    problem(status: number, code: string, detail: string): Error;
    /** Response schemas for a route: `{ 200: Product, ...app.problems(404, 409) }`. */
    problems(...statuses: number[]): Record<never, never>;
  }
}
