"""One file per question; the only place that combines rooms."""
