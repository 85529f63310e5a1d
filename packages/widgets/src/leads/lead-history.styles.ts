import { css } from 'lit';

export const leadHistoryStyles = css`
  .lead-body {
    padding-top: var(--_space-4);
  }
  .history {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .history li {
    position: relative;
    padding: 0 0 var(--_space-4) var(--_space-6);
    border-left: 1px solid var(--_edge);
    margin-left: 4px;
  }
  .history li:last-child {
    border-left-color: transparent;
  }
  .history li::before {
    content: '';
    position: absolute;
    left: -4.5px;
    top: 0.4rem;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--_data);
  }
  .history .retracted::before {
    background: var(--_surface);
    outline: 1.5px solid var(--_edge);
  }
  .retracted .event b {
    text-decoration: line-through;
  }
  .taken-back {
    margin: 0;
    color: var(--_signal);
    font-size: var(--_text-s);
  }
  .event {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_space-3);
    margin: 0;
  }
  .event b {
    font-weight: 600;
  }
  .subject {
    margin-left: var(--_space-1);
    color: var(--_ink-muted);
    font-size: var(--_text-s);
    overflow-wrap: anywhere;
  }
  .event time {
    color: var(--_ink-soft);
    font-size: var(--_text-s);
  }
  .fields {
    margin-top: var(--_space-1);
  }
  .fields > div {
    padding: 0;
  }
  .origin {
    margin: var(--_space-1) 0 0;
    color: var(--_ink-muted);
    font-size: var(--_text-xs);
    overflow-wrap: anywhere;
  }
`;
