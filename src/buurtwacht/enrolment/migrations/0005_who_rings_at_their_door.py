import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("enrolment", "0004_texts_as_agreed"),
        ("groups", "0006_phone_of_a_member"),
    ]

    operations = [
        migrations.AddField(
            model_name="application",
            name="proxy",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="groups.membership"
            ),
        ),
    ]
