"""Events in the reading: ids, statements, quantities."""

import onrecord


def test_statements_know_their_events_and_events_their_quantities() -> None:
    reading = onrecord.read("Norway said that it had sent 400 missiles to Chile. Peru denied it.")
    assert [e.id for e in reading.events] == [f"e{n}" for n in range(1, len(reading.events) + 1)]
    sent = next(e for e in reading.events if e.trigger.text == "sent")
    assert reading.statements[0].events == (sent.id,)
    assert [q.low for q in sent.quantities] == [400]
    assert reading.quantities[0] in sent.quantities
