import { openApiDocument, ProblemError, readRequest, reportRequestSchema } from '@sameteam/api';

const { paths } = openApiDocument({ version: '0.1.0' });
console.log(Object.keys(paths).length, 'addresses');

try {
  readRequest(reportRequestSchema, { metrics: ['captured'], filter: [] });
} catch (error) {
  if (error instanceof ProblemError) console.log(error.problem.status, error.problem.detail);
}
