"""What the API takes and answers, field by field; the description that programs read is made from these."""
