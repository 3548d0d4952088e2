import buurtwacht.lib.ids
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enrolment', '0002_clearances_and_candidates'),
        ('groups', '0003_territory_and_life'),
    ]

    operations = [
        migrations.AddField(
            model_name='invitation',
            name='applied',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='invitation',
            name='joined',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.CreateModel(
            name='Move',
            fields=[
                ('id', models.UUIDField(default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('moves_on', models.DateField()),
                ('last_day', models.DateField()),
                ('application', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='move', to='enrolment.application')),
                ('membership', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='move', to='groups.membership')),
            ],
            options={
                'ordering': ['last_day'],
            },
        ),
        migrations.CreateModel(
            name='Renewal',
            fields=[
                ('id', models.UUIDField(default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reminders', models.PositiveSmallIntegerField(default=0)),
                ('membership', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='renewal', to='groups.membership')),
            ],
            options={
                'ordering': ['asked_at'],
            },
        ),
    ]
