import { earlier, fieldIssue, leadVerdict } from '../checks/lead.ts';
import { problem } from '../checks/problem.ts';
import { status } from '../checks/status.ts';
import { type ConformancePromise, step } from '../conformance-promise.ts';
import type { TestKit } from '../test-kit.ts';
import { postLead, postOf, type TestRequest } from '../test-request.ts';

const clause = 'The first lead';

function postForm(fields: Readonly<Record<string, string>>, says: string): TestRequest {
  return postOf(new URLSearchParams(fields).toString(), { says, events: 1, path: '/v1/leads', type: 'form' });
}

/** An address that nobody has. Source: RFC 2606. */
const mailOf = ({ id }: TestKit, name: string): string => `${id(name)}@conformance.example`;

/** Leads in one flat object, for those who have only a form or curl. */
export const flatLeads: readonly ConformancePromise[] = [
  {
    id: 'lead-json',
    says: 'A flat lead as JSON is accepted with 201, under the id of its sender.',
    clause,
    steps: (kit) => {
      const id = kit.id('lead-json');
      const fields = { id, email: mailOf(kit, 'lead-json'), company: 'Conformance', source: 'sameteam_conformance' };
      return [step(postLead(fields, 'a flat lead as JSON'), status(201), leadVerdict('accepted', id))];
    },
  },
  {
    id: 'lead-form',
    says: 'A flat lead as a form post is accepted with 201; an e-mail address and a source are enough.',
    clause,
    steps: (kit) => {
      const fields = { email: mailOf(kit, 'lead-form'), source: 'sameteam_conformance' };
      return [step(postForm(fields, 'a form with e-mail address and source'), status(201), leadVerdict('accepted'))];
    },
  },
  {
    id: 'lead-repeated',
    says: 'A flat lead that is sent again is a duplicate, and the answer names the earlier one.',
    clause,
    steps: (kit) => {
      const id = kit.id('lead-repeated');
      const fields = { id, email: mailOf(kit, 'lead-repeated'), source: 'sameteam_conformance' };
      return [
        step(postLead(fields, 'a flat lead'), leadVerdict('accepted', id)),
        step(postForm(fields, 'the same lead as a form'), status(200), leadVerdict('duplicate', id), earlier(id)),
      ];
    },
  },
  {
    id: 'lead-refused',
    says: 'A flat lead that is broken is refused with 422, and the answer names the field.',
    clause,
    steps: (kit) => {
      const fields = { id: kit.id('lead-refused'), email: 'not an address', source: 'sameteam_conformance' };
      return [
        step(
          postLead(fields, 'a flat lead with a broken e-mail address'),
          status(422),
          leadVerdict('refused'),
          fieldIssue('email'),
        ),
      ];
    },
  },
  {
    id: 'lead-unknown-field',
    says: 'A misspelt field of a flat lead is named, with the nearest one that is known.',
    clause,
    steps: (kit) => {
      const fields = { id: kit.id('lead-field'), emial: mailOf(kit, 'lead-field'), source: 'sameteam_conformance' };
      return [
        step(
          postLead(fields, 'a flat lead with the misspelt field "emial"'),
          status(422),
          leadVerdict('refused'),
          fieldIssue('emial', 'email'),
        ),
      ];
    },
  },
  {
    id: 'lead-malformed',
    says: 'A flat lead that is not JSON is refused with 400.',
    clause: 'When nothing could be read',
    steps: () => [
      step(
        postOf('{"email":', { says: 'a flat lead that breaks off', events: 1, path: '/v1/leads' }),
        problem(400, 'malformed-json'),
      ),
    ],
  },
];
