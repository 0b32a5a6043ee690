"""What a person or a job may change, each action one transaction with its audit row."""
