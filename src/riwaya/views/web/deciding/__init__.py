"""What people decide, out of forms and of programs: judgements, and what they correct.

Takes: what was sent, and who sent it. Gives: judgements, kept once however often they are sent.
Never: shows anything.
"""
